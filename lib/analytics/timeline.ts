import { bucketsOf } from "./period";
import type { Bar, Figure, Line, Maybe, Period, Range, Timeline, Unit } from "./view";

/** What a day counted; days without a number counted nothing. */
export type Days = ReadonlyMap<string, number>;
/** The same for the period and, where one was asked for, for the earlier one. */
export type Both<T> = { now: T; before: T | null };

export const figure = (both: Both<number>): Figure => ({ now: both.now, before: both.before });

/** Both periods, one after the other or not at all. */
export async function ofBoth<T>(range: Range, read: (period: Period) => Promise<T>): Promise<Both<T>> {
  const [now, before] = await Promise.all([read(range.period), range.against && read(range.against)]);
  return { now, before };
}
export const mapBoth = <T, U>({ now, before }: Both<T>, change: (each: T) => U): Both<U> => ({
  now: change(now),
  before: before === null ? null : change(before),
});

/** Lines over the buckets of both periods. `read` tells the value of a bucket, given its first and last day. */
export function timelineOf<T>(
  { range, today, unit }: { range: Range; today: string; unit: Unit },
  data: Both<T>,
  lines: readonly { key: string; label: string; read: (data: T, from: string, to: string) => Maybe }[],
): Timeline {
  const buckets = bucketsOf(range.period, range.granularity, today);
  const bucketsBefore = range.against && bucketsOf(range.against, range.granularity, today);
  return {
    unit,
    buckets,
    bucketsBefore,
    lines: lines.map(
      ({ key, label, read }): Line => ({
        key,
        label,
        values: buckets.map(({ from, to }) => read(data.now, from, to)),
        before:
          bucketsBefore?.map(({ from, to }) => (data.before === null ? null : read(data.before, from, to))) ??
          null,
      }),
    ),
  };
}

/** The last place, of places in order, for which it still holds; -1: for none. */
export function lastPlace(length: number, holds: (place: number) => boolean): number {
  let [yes, no] = [-1, length];
  while (no - yes > 1) {
    const middle = (yes + no) >> 1;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** `base` and all that the days added to it, at the end of any day. */
export function runningTotal(base: number, days: Days): (day: string) => number {
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  let sum = base;
  const sums = inOrder.map(([, n]) => {
    sum += n;
    return sum;
  });
  return (day) => sums[lastPlace(inOrder.length, (i) => (inOrder[i]?.[0] ?? "") <= day)] ?? base;
}

/** Of all days in a bucket together. */
export function sumDays(days: Days, from: string, to: string): number {
  if (from === to) return days.get(from) ?? 0;
  let sum = 0;
  for (const [day, n] of days) if (day >= from && day <= to) sum += n;
  return sum;
}

/** Days to numbers, of rows that may name a day more than once. */
export function daysOf(rows: readonly { day: string; n: number }[]): Days {
  const days = new Map<string, number>();
  for (const { day, n } of rows) days.set(day, (days.get(day) ?? 0) + n);
  return days;
}

export const totalOf = (rows: readonly { n: number }[]): number => rows.reduce((sum, { n }) => sum + n, 0);
export const shareOf = (part: number, whole: number): Maybe => (whole > 0 ? part / whole : null);

/** Numbers that may be told as they are, as bars: in the given order, or the largest first. */
export function plainBars(
  data: Both<ReadonlyMap<string, number>>,
  names: readonly { key: string; label: string }[],
): Bar[] {
  const whole = [...data.now.values()].reduce((sum, n) => sum + n, 0);
  return names.map(({ key, label }) => {
    const now = data.now.get(key) ?? 0;
    return {
      key,
      label,
      now,
      before: data.before && (data.before.get(key) ?? 0),
      share: shareOf(now, whole),
    };
  });
}

/** Rows by a name of their own, summed. */
export function byName<T extends { n: number }>(
  rows: readonly T[],
  name: (row: T) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(name(row), (sums.get(name(row)) ?? 0) + row.n);
  return sums;
}
