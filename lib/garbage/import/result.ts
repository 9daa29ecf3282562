import type { DifferenceLine } from "@/lib/chatbot/books/words";
import type { BookLine } from "../book/difference";
import type { Mapping } from "./columns";
import type { Encoding } from "./encoding-name";
import type { FileReport } from "./plan";
import type { Problem } from "./problem";
import type { ItemFormat } from "./role";

/** How much of a difference: the numbers are of all, the lines only the first ones. */
export type CountedLines<L> = { added: number; changed: number; removed: number; lines: L[] };

/** What staff see of the files they chose, before and after the draft was written. JSON. */
export type ImportResult = {
  /** Null: only read, nothing was written. */
  drafted: { garbage: boolean; calendar: boolean } | null;
  files: (FileReport & { encoding: Encoding; format: ItemFormat })[];
  /** Of the file with the items. */
  columns: { name: string; samples: string[] }[];
  mapping: Mapping | null;
  problems: { unusable: number; merged: number; look: number; list: Problem[] };
  /** Against what is live; null: the files say nothing of that book. */
  garbage: { items: CountedLines<DifferenceLine>; categories: BookLine[]; total: number } | null;
  calendar: { lines: CountedLines<BookLine>; areas: number; kinds: string[] } | null;
  /** Drafts that the import would write over. */
  replaces: { garbage: boolean; calendar: boolean };
};
