import { cleanText } from "@/lib/core/text";
import { fold } from "@/lib/scenarios/fold";
import type { Mapping } from "./columns";
import type { CsvRow } from "./csv";
import { IMPORT_WORDS as w } from "./messages";
import type { Problem, Tally } from "./problem";

/** What an entry may hold; longer words do not fit an answer. */
export const ITEM_LIMITS = {
  title: 120,
  reading: 200,
  category: 60,
  note: 1000,
  synonyms: 60,
  synonym: 120,
} as const;

/** An item as a file brings it. `category` is the file's own word for it. */
export type ReadItem = {
  line: number;
  title: string;
  category: string;
  reading: string | null;
  note: string | null;
  synonyms: string[];
  /** Title and category as they are compared: folding is most of the work on a long file, and done once. */
  folded: string;
  foldedCategory: string;
};

const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, " ");

/** Several words in one cell. */
const wordsIn = (cell: string): string[] => [
  ...new Set(
    cleanText(cell)
      .split(/[、,，;；|｜\n/／]/)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  ),
];

const isControlled = (cells: readonly string[]): boolean =>
  cells.some((cell) => /(?![\n\t])\p{Cc}/u.test(cell) || !cell.isWellFormed());

/** Categories come again and again. */
function remembering(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? of(text);
    known.set(text, found);
    return found;
  };
}

function readRow(row: CsvRow, mapping: Mapping, foldCategory: (text: string) => string): ReadItem | string {
  const cell = (column: number | null): string => (column === null ? "" : (row.cells[column] ?? ""));
  const title = oneLine(cell(mapping.title));
  const category = oneLine(cell(mapping.category));
  const reading = oneLine(cell(mapping.reading));
  const note = cleanText(cell(mapping.note));
  const synonyms = wordsIn(cell(mapping.synonyms)).filter((word) => word !== title);
  const folded = fold(title);
  if (folded === "") return title === "" ? w.noTitle : w.signsOnly(title.slice(0, 40));
  if (category === "") return w.noCategory(title.slice(0, 40));
  for (const [name, text] of Object.entries({ title, reading, category, note })) {
    const most = ITEM_LIMITS[name as "title" | "reading" | "category" | "note"];
    if (text.length > most) return w.tooLong(w.fields[name as "title"], text.length, most);
  }
  if (synonyms.length > ITEM_LIMITS.synonyms || synonyms.some((word) => word.length > ITEM_LIMITS.synonym))
    return w.synonymsTooLong(ITEM_LIMITS.synonyms, ITEM_LIMITS.synonym);
  return {
    line: row.line,
    title,
    category,
    reading: reading || null,
    note: note || null,
    synonyms,
    folded,
    foldedCategory: foldCategory(category),
  };
}

/** Two rows that say the same of the same thing, as one: nothing that either says is lost. */
function merge(one: ReadItem, other: ReadItem): ReadItem | null {
  const notes = [...new Set([one.note, other.note].filter((note) => note !== null))].join("\n");
  const readings = [one.reading, other.reading].filter((reading) => reading !== null);
  const more = [other.title, ...readings.slice(1), ...other.synonyms];
  const synonyms = [...new Set([...one.synonyms, ...more])].filter(
    (word) => word !== one.title && word !== readings[0],
  );
  if (notes.length > ITEM_LIMITS.note || synonyms.length > ITEM_LIMITS.synonyms) return null;
  return { ...one, reading: readings[0] ?? null, note: notes || null, synonyms };
}

export type ReadItems = { items: ReadItem[]; problems: Problem[]; tally: Tally };

/** The rows below the heading as items. Every row is kept, merged into an earlier one, or told to be unusable. */
export function readItems(file: string, rows: readonly CsvRow[], mapping: Mapping): ReadItems {
  const body = mapping.hasHeading ? rows.slice(1) : rows;
  const problems: Problem[] = [];
  const say = (line: number, level: Problem["level"], text: string) =>
    problems.push({ file, line, level, text });
  const items: ReadItem[] = [];
  /** Place of an item by what it is called and sorted as; and all of one name. */
  const same = new Map<string, number>();
  const named = new Map<string, ReadItem>();
  const tally: Tally = { rows: body.length, kept: 0, merged: 0, unusable: 0 };
  const foldCategory = remembering(fold);
  const width = rows[0]?.cells.length ?? 0;
  for (const row of body) {
    const item = readRow(row, mapping, foldCategory);
    if (typeof item === "string") {
      tally.unusable += 1;
      say(row.line, "unusable", item);
      continue;
    }
    if (isControlled(row.cells)) say(row.line, "look", w.controls);
    if (row.cells.length > width && row.cells.slice(width).some((cell) => cell.trim() !== ""))
      say(row.line, "look", w.moreCells(row.cells.length, width));
    const key = `${item.folded}\n${item.foldedCategory}`;
    const place = same.get(key);
    const first = place === undefined ? undefined : items[place];
    const merged = first && merge(first, item);
    if (place !== undefined && first && merged) {
      items[place] = merged;
      tally.merged += 1;
      say(row.line, "merged", w.merged(item.title, first.line));
      continue;
    }
    const twin = named.get(item.folded);
    if (twin) say(row.line, "look", w.twin(item.title, twin.line, twin.category, item.category));
    else named.set(item.folded, item);
    if (place === undefined) same.set(key, items.length);
    items.push(item);
    tally.kept += 1;
  }
  return { items, problems, tally };
}
