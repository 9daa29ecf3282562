import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { env } from "@/lib/core/env";
import { storagePlace } from "@/lib/core/env-addresses";
import type { Anchor } from "./verify";

/** A place outside the database where heads of the chain are written down. */
export type AnchorGateway = {
  append: (anchor: Anchor, at: Date) => Promise<void>;
  /** Every head written so far, oldest first; a line that cannot be read is left out and counted. */
  list: () => Promise<{ anchors: Anchor[]; unreadable: number }>;
};

const line = z.object({ at: z.string(), chain: z.string(), seq: z.number().int(), hash: z.string() });

/** A file of JSON lines. Keep a copy of it elsewhere: who can write both database and file can forge both. */
export function anchorFile(file: string): AnchorGateway {
  return {
    async append(anchor, at) {
      await fs.mkdir(path.dirname(file), { recursive: true });
      const handle = await fs.open(file, "a", 0o600);
      try {
        await handle.write(
          `${JSON.stringify({ at: at.toISOString(), chain: anchor.chain, seq: anchor.seq, hash: anchor.hash })}\n`,
        );
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async list() {
      const text = await fs.readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return "";
        throw error;
      });
      const anchors: Anchor[] = [];
      let unreadable = 0;
      for (const each of text.split("\n").filter(Boolean)) {
        const parsed = line.safeParse(parseJson(each));
        if (parsed.success) anchors.push(parsed.data);
        else unreadable += 1;
      }
      return { anchors, unreadable };
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a line cut by a crash
  }
}

/** Beside the file storage; with other storage, in the data folder of this machine. */
export function getAnchorGateway(): AnchorGateway {
  const storage = storagePlace(env().STORAGE_URL);
  const folder = "folder" in storage ? path.dirname(path.resolve(storage.folder)) : ".data";
  return anchorFile(path.join(folder, "audit-anchor.jsonl"));
}
