import type { CalendarArea, GarbageCalendar } from "../calendar";
import type { GarbageCategory } from "../categories";
import { goneAreaLines } from "./gone-areas";
import { BOOK_WORDS as w } from "./messages";
import { deadSuspensions } from "./suspensions";

/** A dialog shows so many of one sort. */
const MOST = 10;

/** What residents would miss if the books went live like this. By book, so that each is said where it is published. */
export function warningsOf(
  categories: readonly GarbageCategory[],
  entries: readonly { category: string | null }[],
  calendar: GarbageCalendar,
  now: {
    today: string;
    /** What residents are answered from. */
    live: GarbageCalendar;
    gone: readonly CalendarArea[];
    /** Friends who are reminded there, by key of an area that goes. */
    reminded: ReadonlyMap<string, number>;
    /** May this person see numbers under five? */
    mayViewSmall: boolean;
  },
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
  const dead = deadSuspensions(calendar, now.live.kinds, now.today);
  return {
    garbage: [
      ...(lost > 0 ? [w.lostItems(lost)] : []),
      ...(untied.length > 0 ? [w.untied(untied.map((one) => one.label.ja))] : []),
      ...(unwritten > 0 ? [w.unwritten(unwritten)] : []),
    ],
    calendar: [
      ...(empty > 0 ? [w.emptyAreas(empty)] : []),
      ...dead.slice(0, MOST),
      ...(dead.length > MOST ? [w.moreSuspensions(dead.length - MOST)] : []),
      ...goneAreaLines(now.gone, now.reminded, now.mayViewSmall),
    ],
  };
}
