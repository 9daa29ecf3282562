import { z } from "zod";
import { fromTokyo, hours, minutes, toTokyo } from "@/lib/core/time";

/** LINE's monthly quota as last fetched. `none`: 地方公共団体プラン and the like, without a limit. */
const quota = z.discriminatedUnion("type", [
  z.object({ type: z.literal("none"), used: z.number().int(), fetchedAt: z.iso.datetime() }),
  z.object({
    type: z.literal("limited"),
    limit: z.number().int(),
    used: z.number().int(),
    fetchedAt: z.iso.datetime(),
  }),
]);
export type Quota = z.infer<typeof quota>;
export const parseQuota = (value: unknown): Quota | null => quota.safeParse(value).data ?? null;

/** The first instant of the month after the one `at` lies in, in Tokyo: LINE counts anew from then. */
export function nextMonth(at: Date): Date {
  const { year, month } = toTokyo(at);
  return fromTokyo({ year, month: month + 1, day: 1 });
}

const sameMonth = (a: Date, b: Date): boolean => nextMonth(a).getTime() === nextMonth(b).getTime();

/** One recipient of one broadcast counts once, however many bubbles it has. */
export type Forecast =
  /** Never fetched, or only in a month that is over. */
  | { kind: "unknown" }
  | { kind: "unlimited"; asOf: Date }
  /** It goes out in another month, whose quota is another one. */
  | { kind: "other-month" }
  | { kind: "enough"; left: number; after: number; asOf: Date }
  | { kind: "short"; left: number; short: number; asOf: Date };

export type Wanted = {
  count: number;
  /** Messages that are spoken for: of others that are planned or under way, and what LINE took since the figures. */
  promised: number;
  /** When it goes out; null: at once. */
  due: Date | null;
  now: Date;
};

const leftFor = (count: number, left: number, asOf: Date): Forecast =>
  count > left
    ? { kind: "short", left, short: count - left, asOf }
    : { kind: "enough", left, after: left - count, asOf };

export function forecastQuota(known: Quota | null, wanted: Wanted): Forecast {
  const { count, promised, due, now } = wanted;
  if (known === null) return { kind: "unknown" };
  const asOf = new Date(known.fetchedAt);
  if (known.type === "none") return { kind: "unlimited", asOf };
  if (due !== null && due.getTime() >= nextMonth(now).getTime()) return { kind: "other-month" };
  if (!sameMonth(asOf, now)) return { kind: "unknown" };
  const left = Math.max(0, known.limit - known.used - promised);
  return leftFor(count, left, asOf);
}

/** The same month for another number of recipients: while somebody is still choosing them. */
export const forecastAgain = (forecast: Forecast, count: number): Forecast =>
  forecast.kind === "enough" || forecast.kind === "short"
    ? leftFor(count, forecast.left, forecast.asOf)
    : forecast;

const EVERY_MS = hours(1);
/** While something waits for a top-up, people should not wait for the hour. */
const WAITED_FOR_MS = minutes(1);

/** Is it time to ask LINE again: never asked, an hour ago, another month, a broadcast ended since, or one waits for more. */
export function isQuotaOld(
  known: Quota | null,
  facts: { now: Date; lastFinishedAt: Date | null; isWaitedFor: boolean },
): boolean {
  if (known === null) return true;
  const at = new Date(known.fetchedAt);
  const age = facts.now.getTime() - at.getTime();
  if (age < 0 || age >= EVERY_MS || !sameMonth(at, facts.now)) return true;
  if (facts.lastFinishedAt !== null && facts.lastFinishedAt.getTime() > at.getTime()) return true;
  return facts.isWaitedFor && age >= WAITED_FOR_MS;
}
