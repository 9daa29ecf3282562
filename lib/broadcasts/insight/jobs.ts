import { and, asc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { broadcastInsights, broadcasts } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { log, shortId } from "@/lib/core/log";
import { minutes } from "@/lib/core/time";
import type { LineGateway } from "@/lib/line/gateway";
import { insightPeriod, lineDay, nightAfter, retryInsightAt, type Sent } from "../insight";

/** 60 an hour are allowed; somebody may look by hand too. */
const BETWEEN_S = 65;
/** Whoever holds a row this long without an answer is not coming back. */
const HOLD_MS = minutes(10);

type Due = Sent & { broadcastId: string; unit: string; attempts: number };

/**
 * Asks LINE for the numbers of one broadcast whose night has come, if all workers together may ask now. Every night while
 * LINE still counts, then never again. Answers how many were asked for.
 */
export async function keepInsights(ctx: Ctx, input: { line: Pick<LineGateway, "insight"> }): Promise<number> {
  await planFirstNights(ctx);
  if (!(await isAnyDue(ctx)) || !(await takeTurn(ctx))) return 0;
  const due = await claimDue(ctx);
  if (!due) return 0;
  const period = insightPeriod(due, ctx.now);
  if (!period) {
    await settle(ctx, due, { nextAt: nightAfter(ctx.now) });
    return 0;
  }
  const told = await input.line.insight(due.unit, lineDay(period.from), lineDay(period.to));
  if (told.kind === "figures")
    await settle(ctx, due, {
      figures: told.figures,
      fetchedAt: ctx.now,
      asOf: period.to,
      attempts: 0,
      nextAt: period.isLast ? null : nightAfter(ctx.now),
      endedAt: period.isLast ? ctx.now : null,
    });
  else await settleFailure(ctx, due, told.error);
  return 1;
}

async function settleFailure(ctx: Ctx, due: Due, error: string): Promise<void> {
  const nextAt = retryInsightAt(due.attempts + 1, due, ctx.now);
  log.warn({ event: "insight.not-told", id: shortId(due.broadcastId), why: error, gaveUp: nextAt === null });
  await settle(ctx, due, { attempts: due.attempts + 1, nextAt, endedAt: nextAt === null ? ctx.now : null });
}

const settle = (ctx: Ctx, due: Due, change: Partial<typeof broadcastInsights.$inferInsert>) =>
  ctx.db.update(broadcastInsights).set(change).where(eq(broadcastInsights.broadcastId, due.broadcastId));

/** What went out and was never planned gets its first night. */
async function planFirstNights(ctx: Ctx): Promise<void> {
  const fresh = await ctx.db
    .select({ id: broadcastInsights.broadcastId, firstAt: broadcasts.firstAcceptedAt })
    .from(broadcastInsights)
    .innerJoin(broadcasts, eq(broadcasts.id, broadcastInsights.broadcastId))
    .where(
      and(
        isNull(broadcastInsights.nextAt),
        isNull(broadcastInsights.endedAt),
        isNotNull(broadcasts.firstAcceptedAt),
      ),
    )
    .limit(100);
  for (const { id, firstAt } of fresh)
    if (firstAt)
      await ctx.db
        .update(broadcastInsights)
        .set({ nextAt: nightAfter(firstAt) })
        .where(and(eq(broadcastInsights.broadcastId, id), isNull(broadcastInsights.nextAt)));
}

const isDue = (ctx: Ctx) => and(isNull(broadcastInsights.endedAt), lte(broadcastInsights.nextAt, ctx.now));

async function isAnyDue(ctx: Ctx): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: broadcastInsights.broadcastId })
    .from(broadcastInsights)
    .where(isDue(ctx))
    .limit(1);
  return rows.length > 0;
}

/** One turn for all workers, by the database's clock; a turn far ahead of it was written before the clock was set back. */
async function takeTurn(ctx: Ctx): Promise<boolean> {
  const { rowCount } = await ctx.db.execute(sql`
    update channel_state set next_insight_at = clock_timestamp() + make_interval(secs => ${BETWEEN_S})
    where id = 1 and (next_insight_at is null or next_insight_at <= clock_timestamp()
      or next_insight_at > clock_timestamp() + make_interval(secs => ${2 * BETWEEN_S}))`);
  return rowCount === 1;
}

async function claimDue(ctx: Ctx): Promise<Due | null> {
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select({
        insight: broadcastInsights,
        firstAt: broadcasts.firstAcceptedAt,
        finishedAt: broadcasts.finishedAt,
      })
      .from(broadcastInsights)
      .innerJoin(broadcasts, eq(broadcasts.id, broadcastInsights.broadcastId))
      .where(isDue(ctx))
      .orderBy(asc(broadcastInsights.nextAt), asc(broadcastInsights.broadcastId))
      .limit(1)
      .for("update", { of: broadcastInsights, skipLocked: true });
    if (!row?.firstAt) return null;
    const { broadcastId, unit, attempts } = row.insight;
    await tx
      .update(broadcastInsights)
      .set({ nextAt: new Date(ctx.now.getTime() + HOLD_MS) })
      .where(eq(broadcastInsights.broadcastId, broadcastId));
    // Still going out, or paused: LINE counts from the last message on.
    return { broadcastId, unit, attempts, firstAt: row.firstAt, lastAt: row.finishedAt ?? ctx.now };
  });
}
