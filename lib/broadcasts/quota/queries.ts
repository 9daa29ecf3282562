import { eq, sql } from "drizzle-orm";
import type { BroadcastKind } from "@/db/enums";
import { settings } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { hours } from "@/lib/core/time";
import { type Forecast, forecastQuota, nextMonth, parseQuota, type Quota } from "../quota";

export const QUOTA_KEY = "line_quota";
/** Its time of change: when somebody was last refused (commands.ts beside this). */
export const WANTED_KEY = "line_quota_wanted";
const WANTED_FOR_MS = hours(1);

/** What LINE last told of the month's quota (jobs.ts beside this); null: not known yet. */
export async function findQuota(ctx: Ctx): Promise<Quota | null> {
  const [row] = await ctx.db.select().from(settings).where(eq(settings.key, QUOTA_KEY));
  return row ? parseQuota(row.value) : null;
}

type Asked = {
  id: string;
  kind: BroadcastKind;
  /** `planned`: what is planned for this month comes first too. `frozen`: only what is frozen already. */
  beside: "planned" | "frozen";
};

/**
 * Messages of the month that are spoken for, other than this one's: planned, held or still being sent, and what LINE
 * took since its figures were fetched. An emergency gives way to other emergencies only. What waits for a top-up itself
 * stands in nobody's way, and a series' template is no broadcast of its own.
 */
async function countPromised(ctx: Ctx, args: Asked & { since: Date }): Promise<number> {
  const rival = args.kind === "emergency" ? sql`w.kind = 'emergency'` : sql`w.kind <> 'drill'`;
  const waiting =
    args.beside === "planned" ? sql`w.state in ('scheduled', 'late', 'held')` : sql`w.state = 'held'`;
  const { rows } = await ctx.db.execute<{ n: string }>(sql`select
    (select coalesce(sum(coalesce(w.count_at_freeze, w.count_at_approval)), 0) from broadcasts w
      where ${waiting} and ${rival} and w.id <> ${args.id} and w.paused_reason is distinct from 'quota-short'
        and (w.series_id is null or w.occurrence_at is not null)
        and (w.state <> 'scheduled' or w.due_at < ${nextMonth(ctx.now).toISOString()}::timestamptz))
    + (select coalesce(sum(b.size), 0) from broadcast_batches b join broadcasts w on w.id = b.broadcast_id
      where b.state in ('pending', 'sending') and w.state in ('sending', 'paused') and ${rival} and w.id <> ${args.id})
    + (select coalesce(sum(b.size), 0) from broadcast_batches b join broadcasts w on w.id = b.broadcast_id
      where b.state = 'accepted' and b.settled_at > ${args.since.toISOString()}::timestamptz and w.first_accepted_at is not null
        and (w.finished_at is null or w.finished_at > ${args.since.toISOString()}::timestamptz)) as n`);
  return Number(rows[0]?.n ?? 0);
}

/** What the month's quota says to `count` messages of this broadcast. */
export async function getForecast(
  ctx: Ctx,
  args: Asked & { count: number; due: Date | null },
): Promise<Forecast> {
  const known = await findQuota(ctx);
  const promised =
    known?.type === "limited" ? await countPromised(ctx, { ...args, since: new Date(known.fetchedAt) }) : 0;
  return forecastQuota(known, { count: args.count, promised, due: args.due, now: ctx.now });
}

/** What decides whether LINE is asked again. */
export async function getQuotaFacts(
  ctx: Ctx,
): Promise<{ lastFinishedAt: Date | null; isWaitedFor: boolean }> {
  const { rows } = await ctx.db.execute<{ last_ms: number | null; waited: boolean }>(sql`select
    (select (extract(epoch from max(finished_at)) * 1000)::double precision from broadcasts) as last_ms,
    exists (select 1 from broadcasts where state = 'held' and paused_reason = 'quota-short')
    or exists (select 1 from settings where key = ${WANTED_KEY}
      and updated_at > ${new Date(ctx.now.getTime() - WANTED_FOR_MS).toISOString()}::timestamptz) as waited`);
  const row = rows[0];
  return {
    lastFinishedAt: row?.last_ms == null ? null : new Date(row.last_ms),
    isWaitedFor: row?.waited === true,
  };
}
