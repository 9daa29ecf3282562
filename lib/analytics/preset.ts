import { addDays, bucketStart, lengthOf } from "./period";
import type { Granularity, Period } from "./view";

export const PRESETS = [
  "7d",
  "30d",
  "90d",
  "365d",
  "this-week",
  "this-month",
  "last-month",
  "fiscal-year",
] as const;
export type Preset = (typeof PRESETS)[number];

const DAYS: Partial<Record<Preset, number>> = { "7d": 7, "30d": 30, "90d": 90, "365d": 365 };

/** The days that a named period means on a day. What is not over yet ends with that day. */
export function periodOf(preset: Preset, today: string): Period {
  const monthStart = bucketStart(today, "month");
  if (preset === "this-week") return { from: bucketStart(today, "week"), to: today };
  if (preset === "this-month") return { from: monthStart, to: today };
  if (preset === "last-month") {
    const last = addDays(monthStart, -1);
    return { from: bucketStart(last, "month"), to: last };
  }
  if (preset === "fiscal-year") {
    const year = Number(today.slice(0, 4)) - (today.slice(5, 7) < "04" ? 1 : 0);
    return { from: `${year}-04-01`, to: today };
  }
  return { from: addDays(today, 1 - (DAYS[preset] ?? 30)), to: today };
}

/** Days while they can be told apart in a chart, then weeks, then months. */
export function fittingGranularity(period: Period): Granularity {
  const days = lengthOf(period);
  if (days <= 62) return "day";
  return days <= 200 ? "week" : "month";
}
