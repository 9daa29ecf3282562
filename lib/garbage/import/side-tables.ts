import { cleanText } from "@/lib/core/text";
import { parseIsoDate } from "@/lib/core/time";
import { fold } from "@/lib/scenarios/fold";
import { foldCenter } from "../book/centers";
import type { Suspension } from "../calendar";
import type { CsvRow } from "./csv";
import { IMPORT_WORDS as w } from "./messages";
import type { Problem, Tally } from "./problem";

type Read<T> = { list: T[]; problems: Problem[]; tally: Tally };

const clean = (cell: string | undefined): string => cleanText(cell ?? "").replace(/\s+/g, " ");

/** Goes through the rows below the heading; `read` gives a thing, or says why there is none. */
function readRows<T>(
  file: string,
  rows: readonly CsvRow[],
  read: (
    row: CsvRow,
    look: (text: string) => void,
  ) => { kept: T } | { merged: string } | { unusable: string },
): Read<T> {
  const body = rows.slice(1);
  const found: Read<T> = {
    list: [],
    problems: [],
    tally: { rows: body.length, kept: 0, merged: 0, unusable: 0 },
  };
  for (const row of body) {
    const say = (level: Problem["level"], text: string) =>
      found.problems.push({ file, line: row.line, level, text });
    const one = read(row, (text) => say("look", text));
    if ("kept" in one) {
      found.list.push(one.kept);
      found.tally.kept += 1;
    } else if ("merged" in one) {
      found.tally.merged += 1;
      say("merged", one.merged);
    } else {
      found.tally.unusable += 1;
      say("unusable", one.unusable);
    }
  }
  return found;
}

/** `2025/12/29`, `2023-1-3`, `20260101`, 令和 not among them; null: no date. */
export function readDay(cell: string): string | null {
  const match = /^(\d{4})(?:[/.年-]?)(\d{1,2})(?:[/.月-]?)(\d{1,2})日?$/.exec(cell.normalize("NFKC").trim());
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseIsoDate(iso) ? iso : null;
}

/** center.csv of 5374.jp: name, first and last day off. */
export function readSuspensions(file: string, rows: readonly CsvRow[], today: string): Read<Suspension> {
  const at = new Map<string, number>();
  const found = readRows<Suspension>(file, rows, (row, look) => {
    const center = clean(row.cells[0]).slice(0, 60) || null;
    const [first, last] = [clean(row.cells[1]), clean(row.cells[2])];
    const [from, until] = [readDay(first), readDay(last === "" ? first : last)];
    if (from === null) return { unusable: w.wrongDate(first.slice(0, 40)) };
    if (until === null) return { unusable: w.wrongDate(last.slice(0, 40)) };
    if (until < from) return { unusable: w.wrongOrder };
    const key = JSON.stringify([center && foldCenter(center), from, until]);
    const twin = at.get(key);
    if (twin !== undefined) return { merged: w.sameSuspension(twin) };
    at.set(key, row.line);
    if (center === null) look(w.noCenter);
    return { kept: { from, until, center, kinds: null } };
  });
  if (found.list.length > 0 && found.list.every((one) => one.until < today))
    found.problems.push({ file, line: null, level: "look", text: w.pastOnly });
  return found;
}

/** remarks.csv of 5374.jp: what *1 in the collection table stands for. */
export function readRemarks(file: string, rows: readonly CsvRow[]): Read<{ id: string; note: string }> {
  const at = new Map<string, number>();
  return readRows<{ id: string; note: string }>(file, rows, (row) => {
    const id = clean(row.cells[0]).normalize("NFKC").replace(/^\*/, "");
    const note = cleanText(row.cells[1] ?? "");
    if (id === "" || note === "") return { unusable: w.noRemarkId };
    if (note.length > 500) return { unusable: w.tooLong("注意事項", note.length, 500) };
    const twin = at.get(id);
    if (twin !== undefined) return { unusable: w.sameRemark(twin) };
    at.set(id, row.line);
    return { kept: { id, note } };
  });
}

/** A category as description.csv of 5374.jp tells it. */
export type DescribedCategory = { label: string; howTo: string | null; color: string | null };

export function readCategories(file: string, rows: readonly CsvRow[]): Read<DescribedCategory> {
  const heading = (rows[0]?.cells ?? []).map(fold);
  const column = (name: string) => heading.indexOf(name);
  const seen = new Set<string>();
  return readRows<DescribedCategory>(file, rows, (row) => {
    const cell = (name: string) => cleanText(row.cells[column(name)] ?? "");
    const label = clean(cell("label"));
    if (label === "") return { unusable: w.noCategoryName };
    if (label.length > 60) return { unusable: w.tooLong("区分", label.length, 60) };
    if (seen.has(fold(label))) return { merged: w.twiceDescribed(label) };
    seen.add(fold(label));
    const howTo = [cell("sublabel"), cell("description")].filter((text) => text !== "").join("\n");
    if (howTo.length > 1000) return { unusable: w.tooLong("説明", howTo.length, 1000) };
    const color = /^#?([0-9a-f]{6})$/i.exec(cell("bgcolor"))?.[1]?.toLowerCase();
    return { kept: { label, howTo: howTo || null, color: color ? `#${color}` : null } };
  });
}
