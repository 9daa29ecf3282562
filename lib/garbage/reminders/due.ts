import type { ReminderDay } from "@/db/enums";
import { hours, isoDate, parseIsoDate } from "@/lib/core/time";
import type { GarbageCalendar } from "../calendar";
import { addDays, kindsOn } from "../days";

/** A reminder that comes later than this is none any more. */
export const LATE_MS = hours(2);

/** The reminders that may go out at a moment, of one sort. */
export type Due = {
  on: ReminderDay;
  /** The day of the collection. */
  day: string;
  /** Wanted after `after` and not after `until`: clock times in Tokyo, `19:59:30`. */
  after: string;
  until: string;
  /** Areas in which something is collected on that day, with its kinds. */
  areas: ReadonlyMap<string, string[]>;
};

/** `20:15:30` */
const clockOf = (at: Date): string => new Date(at.getTime() + hours(9)).toISOString().slice(11, 19);

/**
 * What is due at `now`. No window reaches over midnight: the evening before is over then, and times are chosen so that
 * two hours after them it is still the same day.
 */
export function dueAt(calendar: GarbageCalendar, now: Date): Due[] {
  const today = isoDate(now);
  const until = clockOf(now);
  const late = new Date(now.getTime() - LATE_MS);
  const after = isoDate(late) === today ? clockOf(late) : "00:00:00";
  return (["eve", "morning"] as const).map((on) => {
    const day = on === "eve" ? addDays(today, 1) : today;
    const areas = calendar.areas
      .map((area): [string, string[]] => [area.key, kindsOn(calendar, area, day)])
      .filter(([, kinds]) => kinds.length > 0);
    return { on, day, after, until, areas: new Map(areas) };
  });
}

/** Until when a reminder wanted at `20:00` today may be sent. */
export function sendBefore(now: Date, remindAt: string): Date {
  const [hour = 0, minute = 0] = remindAt.split(":").map(Number);
  const start = parseIsoDate(isoDate(now)) ?? now;
  return new Date(start.getTime() + (hour * 60 + minute) * 60_000 + LATE_MS);
}
