import { mkdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Journal } from "../journal";
import type { Records } from "../records";

type StoredContent = Records["content"] & { polls: number };

/** Pictures as files beside the log: residents' photos, rich menu pictures, and what was fetched from messages. */
export type Content = {
  find(messageId: string): StoredContent | undefined;
  /** Writes the bytes before the record, so that no event ever names a picture that is not there. */
  save(name: string, bytes: Uint8Array): Promise<void>;
  read(name: string): Uint8Array | null;
};

export function createContent(journal: Journal, folder: string): Content {
  const files = path.join(folder, "content");
  mkdirSync(files, { recursive: true });
  const stored = new Map<string, StoredContent>();
  journal.on("content", (record) => {
    stored.set(record.messageId, { ...record, polls: 0 });
  });
  // Names are ids and digests of our own making, never a resident's words.
  const fileOf = (name: string): string => path.join(files, name.replace(/[^a-zA-Z0-9_-]/g, "_"));
  return {
    find: (messageId) => stored.get(messageId),
    save: (name, bytes) => writeFile(fileOf(name), bytes),
    read(name) {
      try {
        return readFileSync(fileOf(name));
      } catch {
        return null;
      }
    },
  };
}
