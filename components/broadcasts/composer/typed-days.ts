import { parseJapaneseDate } from "@/components/ui/japanese-date";

const yearAfter = (iso: string) => `${Number(iso.slice(0, 4)) + 1}${iso.slice(4)}`;

/** A day without its year is the first such day from there on: 1月2日, typed in November, is next year's. */
function readDay(typed: string, from: string): string | null {
  const day = parseJapaneseDate(typed, from);
  return day !== null && day < from ? parseJapaneseDate(typed, yearAfter(from)) : day;
}

/** Days typed one a line: those understood, and what could not be read. */
export function readDays(typed: string, from: string): { days: string[]; unread: string[] } {
  const lines = typed
    .split(/[\n,、，]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const read = lines.map((line) => ({ line, day: readDay(line, from) }));
  return {
    days: [...new Set(read.flatMap(({ day }) => day ?? []))].sort(),
    unread: read.flatMap(({ line, day }) => (day === null ? [line] : [])),
  };
}
