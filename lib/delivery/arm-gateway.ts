import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

type Written = { token: string; systemIdentifier: string; databaseOid: string };

/** The file outside the database. One place for every worker and console: on several machines, a shared folder. */
export type ArmFile = {
  read: () => (Written & { mark: string }) | null;
  /** Writes it anew and answers its mark. */
  write: (content: Written) => string;
  seenEntry: () => number;
  noteEntry: (id: number) => void;
};

/** Inode and birth time: a copy has others, wherever it lies. */
const markOf = (stat: fs.BigIntStats): string => `${stat.ino}:${stat.birthtimeNs}`;

function readJson(file: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(fs.readFileSync(file, "utf8"));
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export function openArmFile(file: string): ArmFile {
  const seenFile = `${file}.seen`;
  return {
    read() {
      const content = readJson(file);
      if (!content) return null;
      const { token, systemIdentifier, databaseOid } = content;
      if (
        typeof token !== "string" ||
        typeof systemIdentifier !== "string" ||
        typeof databaseOid !== "string"
      )
        return null;
      return { token, systemIdentifier, databaseOid, mark: markOf(fs.statSync(file, { bigint: true })) };
    },
    write(content) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.rmSync(seenFile, { force: true });
      fs.rmSync(file, { force: true });
      fs.writeFileSync(file, `${JSON.stringify(content)}\n`, { mode: 0o600 });
      return markOf(fs.statSync(file, { bigint: true }));
    },
    seenEntry() {
      const seen = readJson(seenFile)?.entry;
      return typeof seen === "number" ? seen : 0;
    },
    noteEntry(id) {
      // A name of its own: all workers note the same entry at the same moment.
      const next = `${seenFile}.${randomUUID()}`;
      fs.writeFileSync(next, JSON.stringify({ entry: id }));
      fs.renameSync(next, seenFile);
    },
  };
}
