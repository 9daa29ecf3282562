import { z } from "zod";
import { dayStart, days, hours, isoDate, parseIsoDate } from "@/lib/core/time";

/** LINE's numbers by aggregation unit. Null where LINE keeps them to itself: fewer than 20 people. */
const overview = z.object({
  overview: z.object({
    uniqueImpression: z.number().nullable().catch(null),
    uniqueClick: z.number().nullable().catch(null),
  }),
});
export type InsightFigures = { impressions: number | null; clicks: number | null };

export function readInsight(figures: unknown): InsightFigures | null {
  const parsed = overview.safeParse(figures);
  if (!parsed.success) return null;
  const { uniqueImpression, uniqueClick } = parsed.data.overview;
  return { impressions: uniqueImpression, clicks: uniqueClick };
}

/** LINE goes on counting for so long after a message was sent, and tells at most 31 days at once. */
const COUNTED_DAYS = 14;
const LONGEST_DAYS = 30;
/** The night's figures are there by then. */
const NIGHT_HOUR = 3;
/** So long after nothing changes any more we still try to hear the last figures. */
const PATIENCE_DAYS = 7;

/** First and last acceptance by LINE. */
export type Sent = { firstAt: Date; lastAt: Date };

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** The last day that LINE counts for this broadcast. */
const lastCounted = ({ firstAt, lastAt }: Sent): Date =>
  earlier(dayStart(lastAt, COUNTED_DAYS), dayStart(firstAt, LONGEST_DAYS));

/**
 * Which days LINE is asked about at `now`, first and last: up to yesterday, since a day is told once it is over. `isLast`:
 * nothing changes after that. Null: its first day is not over.
 */
export function insightPeriod(sent: Sent, now: Date): { from: string; to: string; isLast: boolean } | null {
  const last = lastCounted(sent);
  const to = earlier(dayStart(now, -1), last);
  if (to < dayStart(sent.firstAt)) return null;
  return { from: isoDate(sent.firstAt), to: isoDate(to), isLast: to.getTime() === last.getTime() };
}

/** The night after `at`: the first 3:00 in Tokyo after the day it lies in. */
export const nightAfter = (at: Date): Date => new Date(dayStart(at, 1).getTime() + hours(NIGHT_HOUR));

/** When to ask again after `failures` in a row; null: enough of it. */
export function retryInsightAt(failures: number, sent: Sent, now: Date): Date | null {
  if (now.getTime() > lastCounted(sent).getTime() + days(PATIENCE_DAYS)) return null;
  return new Date(now.getTime() + Math.min(hours(6), hours(1) * 2 ** Math.max(0, failures - 1)));
}

/** `2026-11-22` as LINE writes days: `20261122`. */
export const lineDay = (day: string): string => day.replaceAll("-", "");

/** A stored day as a date; null when there is none. */
export const asOfDay = (day: string | null): Date | null => (day === null ? null : parseIsoDate(day));
