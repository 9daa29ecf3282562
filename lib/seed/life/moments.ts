import { dayStart, days, hours, toTokyo } from "@/lib/core/time";
import type { Chance } from "../random";
import { HOURS, type HourShape, isRainy, MONTH_FACTOR, rainFactor, WEEKDAY_FACTOR } from "./hours";
import type { Kind } from "./kind";

export const LIFE_DAYS = 60;

/** A whole number whose mean is `mean` (Poisson). */
function countOf(mean: number, chance: Chance): number {
  const floor = Math.exp(-mean);
  let n = 0;
  for (let product = chance.next(); product > floor; product *= chance.next()) n += 1;
  return n;
}

export function momentOn(day: Date, shape: HourShape, chance: Chance): Date {
  const hour = chance.weighted(HOURS[shape].map((share, h) => [h, share] as const));
  return new Date(day.getTime() + hours(hour) + Math.floor(chance.next() * 3_600) * 1_000);
}

export type Moment = { kind: Kind; at: Date; rainy: boolean; storm: boolean };

/** When each report of the last 60 days came in, oldest first. `scale` turns the city's usual volume up or down. */
export function listMoments(
  kinds: readonly Kind[],
  city: keyof typeof MONTH_FACTOR,
  now: Date,
  scale: number,
  chance: Chance,
): Moment[] {
  const moments: Moment[] = [];
  for (let daysAgo = LIFE_DAYS; daysAgo >= 0; daysAgo -= 1) {
    const day = dayStart(now, -daysAgo);
    const civil = toTokyo(day);
    const ordinary =
      (WEEKDAY_FACTOR[civil.weekday] ?? 1) * (MONTH_FACTOR[city][civil.month - 1] ?? 1) * scale;
    const rain = rainFactor(daysAgo);
    for (const kind of kinds) {
      const mean = kind.perDay * ordinary * (kind.rain ? rain : 1);
      for (let n = countOf(mean, chance); n > 0; n -= 1) {
        const at = momentOn(day, kind.hours, chance);
        moments.push({ kind, at, rainy: isRainy(daysAgo), storm: rain >= 2.5 });
      }
    }
  }
  return moments.filter((m) => m.at < now).sort((a, b) => a.at.getTime() - b.at.getTime());
}

const OPENS = 8.67;
const CLOSES = 17.1;

/** The moment after so many working days of work, in office hours: Monday to Friday. */
export function afterWorkingDays(from: Date, workingDays: number, chance: Chance): Date {
  let day = dayStart(from);
  const start = (from.getTime() - day.getTime()) / hours(1);
  let left = workingDays * (CLOSES - OPENS) + chance.between(0.05, 0.4);
  let hour = Math.max(OPENS, start);
  for (;;) {
    const { weekday } = toTokyo(day);
    const open = weekday >= 1 && weekday <= 5 ? Math.max(0, CLOSES - hour) : 0;
    if (left <= open) return new Date(day.getTime() + hours(hour + left));
    left -= open;
    day = new Date(day.getTime() + days(1));
    hour = OPENS;
  }
}
