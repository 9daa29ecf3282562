import { z } from "zod";
import { days, hours } from "@/lib/core/time";

const count = z.number().int().min(0).nullish();
const answer = z.object({
  status: z.string(),
  followers: count,
  targetedReaches: count,
  blocks: count,
});

/** What LINE said of a day. `unready`: not counted yet. `never`: of a time before LINE counted. */
export type FollowersTold =
  | { kind: "ready"; followers: number | null; targetedReaches: number | null; blocks: number | null }
  | { kind: "unready" | "never" | "strange" };

/** LINE's answer to insight/followers. */
export function readFollowers(figures: unknown): FollowersTold {
  const parsed = answer.safeParse(figures);
  if (!parsed.success) return { kind: "strange" };
  const { status, followers = null, targetedReaches = null, blocks = null } = parsed.data;
  if (status === "ready") return { kind: "ready", followers, targetedReaches, blocks };
  return { kind: status === "unready" ? "unready" : status === "out_of_service" ? "never" : "strange" };
}

/** So many days back a missed night is made up for. */
export const MADE_UP_DAYS = 7;

/** When to ask again after `attempts` in vain; null: its time is over. */
export const askAgainAt = (attempts: number, dayOver: Date, now: Date): Date | null =>
  now.getTime() - dayOver.getTime() > days(MADE_UP_DAYS)
    ? null
    : new Date(now.getTime() + Math.min(hours(6), hours(1) * 2 ** Math.max(0, attempts - 1)));
