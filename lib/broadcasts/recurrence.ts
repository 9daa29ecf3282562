import { z } from "zod";
import { holidayOn } from "@/lib/core/holiday";
import { days, fromTokyo, isoDate, parseIsoDate, toTokyo } from "@/lib/core/time";

const weekday = z.number().int().min(0).max(6);
const date = z.string().refine((text) => parseIsoDate(text) !== null);

/** When a broadcast comes again: civil dates and times of Tokyo. A date that is left out is left out, not moved. */
export const recurrenceSchema = z.object({
  every: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("daily") }),
    z.object({ kind: z.literal("weekly"), weekdays: z.array(weekday).min(1).max(7) }),
    /** `nth` -1: the last one of the month. A month without a fifth one is left out. */
    z.object({
      kind: z.literal("monthly-weekday"),
      nth: z.union([z.literal(-1), z.number().int().min(1).max(5)]),
      weekday,
    }),
    z.object({ kind: z.literal("month-end") }),
  ]),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  from: date,
  /** The last date; null: until somebody ends it. */
  until: date.nullable(),
  exceptHolidays: z.boolean(),
  exceptDates: z.array(date).max(100),
});
export type Recurrence = z.infer<typeof recurrenceSchema>;

const monthLength = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function fits(every: Recurrence["every"], at: Date): boolean {
  const t = toTokyo(at);
  const length = monthLength(t.year, t.month);
  switch (every.kind) {
    case "daily":
      return true;
    case "weekly":
      return every.weekdays.includes(t.weekday);
    case "monthly-weekday":
      if (t.weekday !== every.weekday) return false;
      return every.nth === -1 ? t.day + 7 > length : Math.ceil(t.day / 7) === every.nth;
    case "month-end":
      return t.day === length;
  }
}

const excluded = (recurrence: Recurrence, date: string): boolean =>
  recurrence.exceptDates.includes(date) || (recurrence.exceptHolidays && holidayOn(date) !== null);

/** Six years: a fifth Thursday that is no holiday comes well within. */
const HORIZON_DAYS = 6 * 366;

/** The next times strictly after `after`, at most `count`; fewer when it ends before. */
export function nextTimes(recurrence: Recurrence, after: Date, count: number): Date[] {
  const [hour = 0, minute = 0] = recurrence.time.split(":").map(Number);
  const start = [isoDate(after), recurrence.from].sort().at(-1) ?? recurrence.from;
  let day = parseIsoDate(start) ?? after;
  const found: Date[] = [];
  for (let n = 0; n < HORIZON_DAYS && found.length < count; n++, day = new Date(day.getTime() + days(1))) {
    const name = isoDate(day);
    if (recurrence.until !== null && name > recurrence.until) break;
    if (!fits(recurrence.every, day) || excluded(recurrence, name)) continue;
    const { year, month, day: date } = toTokyo(day);
    const at = fromTokyo({ year, month, day: date, hour, minute });
    if (at.getTime() > after.getTime()) found.push(at);
  }
  return found;
}
