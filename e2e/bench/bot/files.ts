import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Entry, Verdict } from "@/lib/chatbot/entry";
import { readTable } from "@/lib/garbage/import/tables";

/** One question of a gold file. `ids`: items that are a right answer; none: it must not be answered. */
export type Asked = { cls: string; q: string; ids: string[] };

const id = z.union([z.string(), z.number()]).transform(String);
const gold = z.array(z.object({ cls: z.string(), q: z.string(), ids: z.array(id) })).min(1);

/** Items with the columns id, hiragana and hinmoku, as entries of a dictionary; the key is the file's id. */
export function readItems(file: string): Entry[] {
  const read = readTable({ name: path.basename(file), bytes: fs.readFileSync(file), encoding: null });
  if (!read.ok) throw new Error(`${file}: ${read.message}`);
  const [heading, ...rows] = read.table.rows.map((row) => row.cells.map((cell) => cell.trim()));
  const column = (name: string) => {
    const at = heading?.indexOf(name) ?? -1;
    if (at < 0) throw new Error(`${file} has no column ${name}`);
    return at;
  };
  const [key, reading, title] = [column("id"), column("hiragana"), column("hinmoku")];
  return rows.flatMap((cells) => {
    const [itsKey, itsTitle] = [cells[key] ?? "", cells[title] ?? ""];
    return itsKey === "" || itsTitle === ""
      ? []
      : [{ key: itsKey, kind: "garbage", title: itsTitle, reading: cells[reading] || null, synonyms: [] }];
  });
}

export const readGold = (file: string): Asked[] => gold.parse(JSON.parse(fs.readFileSync(file, "utf8")));

/** The ids that a verdict puts before the resident, best first. */
export const shownOf = (verdict: Verdict): string[] => {
  if (verdict.kind === "none") return [];
  return verdict.kind === "answer" ? [verdict.hit.entry.key] : verdict.hits.map((hit) => hit.entry.key);
};
