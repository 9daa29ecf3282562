import type { GarbageCalendar } from "../calendar";
import type { GarbageCategory } from "../categories";
import { BOOK_WORDS as w } from "./messages";

/** What residents would miss if the books went live like this. By book, so that each is said where it is published. */
export function warningsOf(
  categories: readonly GarbageCategory[],
  entries: readonly { category: string | null }[],
  calendar: GarbageCalendar,
): { garbage: string[]; calendar: string[] } {
  const known = new Set(categories.map((one) => one.key));
  const lost = entries.filter((entry) => entry.category === null || !known.has(entry.category)).length;
  const used = new Set(entries.map((entry) => entry.category));
  const kinds = new Set(calendar.kinds.map((kind) => kind.key));
  const untied = categories.filter(
    (one) =>
      used.has(one.key) && one.collectedAs.length > 0 && !one.collectedAs.some((key) => kinds.has(key)),
  );
  const unwritten = categories.filter((one) => used.has(one.key) && one.howTo === null).length;
  const empty = calendar.areas.filter((area) => Object.keys(area.rules).length === 0).length;
  return {
    garbage: [
      ...(lost > 0 ? [w.lostItems(lost)] : []),
      ...(untied.length > 0 ? [w.untied(untied.map((one) => one.label.ja))] : []),
      ...(unwritten > 0 ? [w.unwritten(unwritten)] : []),
    ],
    calendar: empty > 0 ? [w.emptyAreas(empty)] : [],
  };
}
