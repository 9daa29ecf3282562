import { fold } from "@/lib/scenarios/fold";

/** What a column of a dictionary may hold. */
export const ITEM_FIELDS = ["title", "category", "reading", "note", "synonyms"] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];

/** Which column (from 0) holds what. Without a heading the first row is an item too. */
export type Mapping = Record<ItemField, number | null> & { hasHeading: boolean };

/** Headings that cities use, the first ones best; compared folded. `index`: known, and of no use to the bot. */
const HEADINGS: Record<ItemField | "index", string[]> = {
  title: [
    "品目",
    "品目名",
    "品名",
    "hinmoku",
    "name",
    "ごみの品目",
    "ごみの名前",
    "ごみの種類（品目）",
    "名前",
    "名称",
    "item",
  ],
  category: [
    "分別区分",
    "kubun",
    "区分",
    "label",
    "type",
    "分別",
    "ごみの区分",
    "ごみの種類",
    "種別",
    "分類",
    "収集区分",
    "category",
  ],
  reading: [
    "よみ",
    "読み",
    "よみがな",
    "読み仮名",
    "ふりがな",
    "振り仮名",
    "フリガナ",
    "hiragana",
    "kana",
    "かな",
    "品目名（かな）",
    "furigana",
  ],
  note: [
    "出し方のポイント",
    "note",
    "notice",
    "備考",
    "注意事項",
    "注意",
    "出し方",
    "捨て方",
    "ポイント",
    "出し方・備考",
    "メモ",
  ],
  synonyms: [
    "別名",
    "同義語",
    "類義語",
    "言いかえ",
    "言い換え",
    "キーワード",
    "検索語",
    "synonyms",
    "別の呼び方",
  ],
  index: ["id", "no", "番号", "並び順", "50音", "五十音", "分別区分（略称）", "kubun2", "行", "索引"],
};

/** At most one letter added, left out or exchanged: a slip in a heading. */
function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.max(a.length, b.length) < 3) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = (text: string, from: number) => text.slice(from);
  return (
    rest(a, at + 1) === rest(b, at + 1) || rest(a, at) === rest(b, at + 1) || rest(a, at + 1) === rest(b, at)
  );
}

export type Heading = { field: ItemField | "index"; rank: number; slip: string | null };

/** What a heading says; `slip`: the heading it was probably meant to be. */
export function readHeading(text: string): Heading | null {
  const typed = fold(text);
  if (typed === "") return null;
  const all = Object.entries(HEADINGS).flatMap(([field, words]) =>
    words.map((word, rank) => ({ field: field as ItemField | "index", word, rank })),
  );
  const same = all.find(({ word }) => fold(word) === typed);
  if (same) return { field: same.field, rank: same.rank, slip: null };
  const near = all.find(({ word, field }) => field !== "index" && isSlip(fold(word), typed));
  return near ? { field: near.field, rank: near.rank, slip: near.word } : null;
}

/** What the cells of a column look like. Shares are of the filled ones. */
type Shape = { filled: number; distinct: number; length: number; kana: number; single: number };

function shapeOf(cells: readonly string[]): Shape {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const n = Math.max(1, filled.length);
  const share = (is: (cell: string) => boolean) => filled.filter(is).length / n;
  return {
    filled: filled.length / Math.max(1, cells.length),
    distinct: new Set(filled).size / n,
    length: filled.reduce((sum, cell) => sum + cell.length, 0) / n,
    kana: share((cell) =>
      /^[\p{sc=Hiragana}\p{sc=Katakana}ーｰ・（）()／/、\s\d０-９ａ-ｚＡ-Ｚa-z]+$/iu.test(cell),
    ),
    single: share((cell) => [...cell.trim()].length <= 1),
  };
}

/** A column of one letter a row is the index of a printed list (あ, か, さ), no reading. */
export const isIndexColumn = (cells: readonly string[]): boolean => shapeOf(cells).single > 0.8;

const EMPTY: Mapping = {
  title: null,
  category: null,
  reading: null,
  note: null,
  synonyms: null,
  hasHeading: true,
};

function byHeadings(first: readonly string[], columns: readonly (readonly string[])[]): Mapping {
  const mapping = { ...EMPTY };
  const best = new Map<ItemField, number>();
  first.forEach((cell, column) => {
    const heading = readHeading(cell);
    if (!heading || heading.field === "index") return;
    const { field } = heading;
    if (field === "reading" && isIndexColumn(columns[column] ?? [])) return;
    const rank = heading.rank + (heading.slip === null ? 0 : 100);
    if (rank >= (best.get(field) ?? Number.POSITIVE_INFINITY)) return;
    best.set(field, rank);
    mapping[field] = column;
  });
  return mapping;
}

/** What the headings do not tell, the cells may: names differ from row to row, categories come again and again. */
function byShapes(mapping: Mapping, columns: readonly (readonly string[])[]): Mapping {
  const found = { ...mapping };
  const free = () => {
    const taken = new Set(ITEM_FIELDS.map((field) => found[field]));
    return columns
      .map((cells, column) => ({ column, ...shapeOf(cells) }))
      .filter(({ column, filled }) => !taken.has(column) && filled > 0);
  };
  const most = (of: (shape: Shape) => number, list = free()) =>
    [...list].sort((a, b) => of(b) - of(a))[0]?.column ?? null;
  if (found.category === null)
    found.category = most(
      (s) => s.filled - s.distinct,
      free().filter((s) => s.filled > 0.9 && s.distinct < 0.4 && s.single < 0.8 && s.length < 20),
    );
  if (found.title === null)
    found.title = most(
      (s) => s.filled + s.distinct - s.kana / 2,
      free().filter((s) => s.filled > 0.9 && s.distinct > 0.5 && s.length > 1.2 && s.length < 40),
    );
  if (found.reading === null)
    found.reading = most(
      (s) => s.kana,
      free().filter((s) => s.filled > 0.9 && s.kana > 0.9 && s.single < 0.5 && s.distinct > 0.5),
    );
  return found;
}

/** A guess at what the columns hold, from the first row and what stands below it; staff see it and may say otherwise. */
export function guessMapping(rows: readonly { cells: readonly string[] }[]): Mapping {
  const first = rows[0]?.cells ?? [];
  const hasHeading = first.some((cell) => readHeading(cell) !== null);
  const body = rows.slice(hasHeading ? 1 : 0, 2_000);
  const width = Math.max(0, ...rows.slice(0, 2_000).map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, column) => body.map((row) => row.cells[column] ?? ""));
  const told = hasHeading ? byHeadings(first, columns) : EMPTY;
  return { ...byShapes(told, columns), hasHeading };
}
