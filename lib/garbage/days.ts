import { holidaysOf } from "@/lib/core/holiday";
import type { CalendarArea, GarbageCalendar } from "./calendar";
import type { Rule, Turn } from "./rule";

/** Civil days are `2026-11-22`, Asia/Tokyo; counting on them knows no zone. */
const DAY_MS = 86_400_000;
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, n: number): string =>
  new Date(timeOf(day) + n * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(timeOf(day)).getUTCDay();

const isHoliday = (day: string): boolean => holidaysOf(Number(day.slice(0, 4))).has(day);

/** `every` counts in both directions from its day. */
function comesRound(turn: Turn, day: string): boolean {
  switch (turn.kind) {
    case "date":
      return turn.date === day;
    case "weekly":
      return weekdayOf(day) === turn.weekday;
    case "nth":
      return weekdayOf(day) === turn.weekday && Math.ceil(Number(day.slice(8)) / 7) === turn.nth;
    case "every":
      return (timeOf(day) - timeOf(turn.from)) % (turn.weeks * 7 * DAY_MS) === 0;
  }
}

type Reach = "listed" | "turn" | null;

/** Is the day one of the rule's: named in it, or by its turn in a month that has one? */
function reachOf(rule: Rule, day: string): Reach {
  if (rule.turns.some((turn) => turn.kind === "date" && turn.date === day)) return "listed";
  const inSeason = rule.months.length === 0 || rule.months.includes(Number(day.slice(5, 7)));
  return inSeason && rule.turns.some((turn) => turn.kind !== "date" && comesRound(turn, day)) ? "turn" : null;
}

/** Why a kind is not collected on a day of its rule. */
export type Pause = "suspended" | "holiday";
export type Collection = { collected: boolean; pause: Pause | null };

/**
 * Is this kind collected in this area on that day? An extra day always counts. A suspension takes every day of a rule;
 * a holiday only those that come by turn: a day that the table names is meant.
 */
export function collectionOn(
  calendar: GarbageCalendar,
  area: CalendarArea,
  kind: string,
  day: string,
): Collection {
  const isExtra = calendar.extras.some(
    (extra) =>
      extra.date === day &&
      extra.kinds.includes(kind) &&
      (extra.areas === null || extra.areas.includes(area.key)),
  );
  if (isExtra) return { collected: true, pause: null };
  const rule = area.rules[kind];
  const reach = rule ? reachOf(rule, day) : null;
  if (reach === null) return { collected: false, pause: null };
  const isSuspended = calendar.suspensions.some(
    (one) =>
      one.from <= day &&
      day <= one.until &&
      (one.center === null || one.center === area.center) &&
      (one.kinds === null || one.kinds.includes(kind)),
  );
  if (isSuspended) return { collected: false, pause: "suspended" };
  const onHolidays = calendar.kinds.find((one) => one.key === kind)?.onHolidays ?? true;
  if (reach === "turn" && !onHolidays && isHoliday(day)) return { collected: false, pause: "holiday" };
  return { collected: true, pause: null };
}

/** Keys of the kinds collected that day, in the calendar's order. */
export const kindsOn = (calendar: GarbageCalendar, area: CalendarArea, day: string): string[] =>
  calendar.kinds.map((kind) => kind.key).filter((kind) => collectionOn(calendar, area, kind, day).collected);

/** Keys of the kinds whose turn it would be, but for a suspension or a holiday. */
export const pausedOn = (calendar: GarbageCalendar, area: CalendarArea, day: string): string[] =>
  calendar.kinds
    .map((kind) => kind.key)
    .filter((kind) => collectionOn(calendar, area, kind, day).pause !== null);

/** How far a next day is looked for: beyond a year every turn has come round, even a fifth Monday of one month. */
export const HORIZON_DAYS = 400;

/** The days from `from` on, both included, on which one of the kinds is collected; at most `limit` of them. */
export function nextDays(
  calendar: GarbageCalendar,
  area: CalendarArea,
  kinds: readonly string[],
  from: string,
  limit: number,
): string[] {
  const found: string[] = [];
  const some = kinds.filter(
    (kind) =>
      (area.rules[kind]?.turns.length ?? 0) > 0 || calendar.extras.some((e) => e.kinds.includes(kind)),
  );
  if (some.length === 0) return found;
  for (let n = 0; n <= HORIZON_DAYS && found.length < limit; n++) {
    const day = addDays(from, n);
    if (some.some((kind) => collectionOn(calendar, area, kind, day).collected)) found.push(day);
  }
  return found;
}

/** The first day from `from` on; null: none within `HORIZON_DAYS`. */
export const nextDay = (
  calendar: GarbageCalendar,
  area: CalendarArea,
  kinds: readonly string[],
  from: string,
): string | null => nextDays(calendar, area, kinds, from, 1)[0] ?? null;
