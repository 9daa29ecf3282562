import { fold } from "@/lib/scenarios/fold";
import { readHeading } from "./columns";

/** What a file of a city's set holds. `items` in any form; the others as 5374.jp has them. */
export const FILE_ROLES = ["items", "categories", "days", "suspensions", "remarks"] as const;
export type FileRole = (typeof FILE_ROLES)[number];

/** How the dictionary is written: 5374.jp's target.csv, the columns of 津市, or a city's own. */
export type ItemFormat = "5374" | "tsu" | "own";

const has = (headings: readonly string[], ...wanted: string[]): boolean =>
  wanted.every((word) => headings.includes(fold(word)));

/** Told by the headings, not by the file's name: that gets lost on the way. Null: nothing that we know. */
export function roleOf(first: readonly string[]): FileRole | null {
  const headings = first.map(fold);
  if (has(headings, "地名") || has(headings, "地区", "センター")) return "days";
  if (has(headings, "休止開始日") || has(headings, "休止終了日")) return "suspensions";
  if (has(headings, "label", "description") || has(headings, "label", "bgcolor")) return "categories";
  if (has(headings, "注意事項") && !first.some((cell) => readHeading(cell)?.field === "title"))
    return "remarks";
  return "items";
}

export function formatOf(first: readonly string[]): ItemFormat {
  const headings = first.map(fold);
  if (has(headings, "name", "notice") && (has(headings, "label") || has(headings, "type"))) return "5374";
  if (has(headings, "hinmoku", "kubun") || has(headings, "品目", "分別区分", "出し方のポイント"))
    return "tsu";
  return "own";
}
