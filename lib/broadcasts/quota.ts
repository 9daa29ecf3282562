import { z } from "zod";

/** LINE's monthly quota as last fetched. `none`: 地方公共団体プラン and the like, without a limit. */
const quota = z.discriminatedUnion("type", [
  z.object({ type: z.literal("none"), used: z.number().int(), at: z.iso.datetime() }),
  z.object({
    type: z.literal("limited"),
    value: z.number().int(),
    used: z.number().int(),
    at: z.iso.datetime(),
  }),
]);
export type Quota = z.infer<typeof quota>;
export const parseQuota = (value: unknown): Quota | null => quota.safeParse(value).data ?? null;

/** One recipient of one broadcast counts once, however many bubbles it has. `promised`: approved and not sent yet. */
export type Forecast =
  | { kind: "unknown" }
  | { kind: "unlimited" }
  | { kind: "enough"; left: number; after: number }
  | { kind: "short"; left: number; short: number };

export function forecastQuota(quota: Quota | null, count: number, promised: number): Forecast {
  if (quota === null) return { kind: "unknown" };
  if (quota.type === "none") return { kind: "unlimited" };
  const left = Math.max(0, quota.value - quota.used - promised);
  return count > left
    ? { kind: "short", left, short: count - left }
    : { kind: "enough", left, after: left - count };
}
