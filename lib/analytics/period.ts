import { dayNumber, isoOfDay } from "@/lib/core/time";
import type { Bucket, Comparison, Granularity, Period, Range } from "./view";

/** The longest period that is shown: three years and the odd day. */
export const LONGEST_DAYS = 3 * 366;

const numberOf = (day: string): number => {
  const found = dayNumber(day);
  if (found === null) throw new Error(`no day: ${day}`);
  return found;
};

/** `2026-11-22` moved by whole days. */
export const addDays = (day: string, n: number): string => isoOfDay(numberOf(day) + n);

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: string): number => (numberOf(day) + 3) % 7; // 1 January 1970 was a Thursday

const sorted = (a: string, b: string) => [a, b].sort() as [string, string];
const earlier = (a: string, b: string): string => sorted(a, b)[0];
const later = (a: string, b: string): string => sorted(a, b)[1];

/** All days up to this one: it begins long before anything that is counted. */
export const upTo = (day: string): Period => ({ from: "1900-01-01", to: day });

/** How many days, both ends included. */
export const lengthOf = ({ from, to }: Period): number => numberOf(to) - numberOf(from) + 1;

/** The same civil date a year before; 29 February becomes 28. */
export function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, "0");
  return dayNumber(`${year}${day.slice(4)}`) === null ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

const monthEnd = (day: string): string =>
  addDays(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1);

/** The same days a year before. Whole months stay whole: February gets its 29th. */
function lastYear({ from, to }: Period): Period {
  const isWhole = from.endsWith("-01") && to === monthEnd(to);
  return { from: yearBefore(from), to: isWhole ? monthEnd(yearBefore(to)) : yearBefore(to) };
}
function daysBefore({ from, to }: Period): Period {
  const end = addDays(from, -1);
  return { from: addDays(end, 1 - lengthOf({ from, to })), to: end };
}

/** The earlier period that a comparison means. Its weeks begin as far from its first day as those they are beside. */
export function periodAgainst(period: Period, comparison: Comparison): Period | null {
  if (comparison === "none") return null;
  const before = comparison === "last-year" ? lastYear(period) : daysBefore(period);
  return { ...before, weekBegins: (weekdayOf(before.from) - weekdayOf(period.from) + 7) % 7 };
}

/** What was asked for, put in order: ends in order, not after today, not longer than is shown. */
export function rangeOf(
  asked: { period: Period; comparison: Comparison; granularity: Granularity },
  today: string,
): Range {
  const [first, last] = sorted(asked.period.from, asked.period.to);
  const to = earlier(last, today);
  const period = { from: later(earlier(first, to), addDays(to, 1 - LONGEST_DAYS)), to };
  return {
    period,
    against: periodAgainst(period, asked.comparison),
    granularity: asked.granularity,
  };
}

/** The first day of the bucket a day lies in: itself, its Monday (or where else weeks begin), or the first of its month. */
export function bucketStart(day: string, granularity: Granularity, weekBegins = 0): string {
  if (granularity === "month") return `${day.slice(0, 7)}-01`;
  return granularity === "day" ? day : addDays(day, -((weekdayOf(day) - weekBegins + 7) % 7));
}
/** The first of its days that the period has: what the bucket is known by. */
export const bucketIn = ({ from, weekBegins }: Period, day: string, granularity: Granularity): string =>
  later(bucketStart(day, granularity, weekBegins), from);

function bucketEnd(start: string, granularity: Granularity): string {
  if (granularity === "day") return start;
  if (granularity === "week") return addDays(start, 6);
  return monthEnd(start);
}

const short = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
const LABELS: Record<Granularity, (day: string) => string> = {
  day: short,
  week: (day) => `${short(day)}〜`,
  month: (day) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`,
};

/** Of the periods that are being looked at: every chart of a page has the same, and they are sent to it once. */
const kept = new WeakMap<Period, { granularity: Granularity; today: string; buckets: Bucket[] }>();

/** The buckets of a period, without a gap. `today`: what holds it is not over yet. */
export function bucketsOf(period: Period, granularity: Granularity, today: string): Bucket[] {
  const known = kept.get(period);
  if (known?.granularity === granularity && known.today === today) return known.buckets;
  const buckets = makeBuckets(period, granularity, today);
  kept.set(period, { granularity, today, buckets });
  return buckets;
}

function makeBuckets({ from, to, weekBegins }: Period, granularity: Granularity, today: string): Bucket[] {
  const buckets: Bucket[] = [];
  for (let start = bucketStart(from, granularity, weekBegins); start <= to; ) {
    const end = bucketEnd(start, granularity);
    const cut = { from: later(start, from), to: earlier(end, to) };
    buckets.push({
      ...cut,
      label: LABELS[granularity](cut.from),
      isWhole: cut.from === start && cut.to === end && end < today,
    });
    start = addDays(end, 1);
  }
  return buckets;
}
