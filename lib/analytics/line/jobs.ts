import { and, asc, eq, lte } from "drizzle-orm";
import { lineFollowers } from "@/db/schema";
import { lineDay, nightAfter } from "@/lib/broadcasts/insight";
import type { Ctx } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { dayStart, isoDate, minutes, parseIsoDate } from "@/lib/core/time";
import type { LineGateway } from "@/lib/line/gateway";
import { askAgainAt, MADE_UP_DAYS, readFollowers } from "./followers";

/** Whoever holds a day this long without an answer is not coming back. */
const HOLD_MS = minutes(10);
type Line = Pick<LineGateway, "followers" | "demographic">;

/**
 * Asks LINE for the friends of one day whose night has come: every day once, missed nights made up for. LINE allows 60
 * such calls an hour, of which this needs a few a night. Answers how many days were asked for.
 */
export async function keepFollowers(ctx: Ctx, input: { line: Line }): Promise<number> {
  await planDays(ctx);
  const due = await claimDue(ctx);
  if (!due) return 0;
  const over = dayStart(parseIsoDate(due.day) ?? ctx.now, 1);
  const told = await input.line.followers(lineDay(due.day));
  const read = told.kind === "figures" ? readFollowers(told.figures) : null;
  if (read?.kind === "ready") {
    const { kind: _, ...figures } = read;
    const demographic =
      over.getTime() === dayStart(ctx.now).getTime() ? await input.line.demographic() : null;
    await settle(ctx, due.day, {
      ...figures,
      demographic: demographic?.kind === "figures" ? demographic.figures : null,
      fetchedAt: ctx.now,
      nextAt: null,
      attempts: 0,
    });
    return 1;
  }
  const why = told.kind === "failed" ? told.error : (read?.kind ?? "strange");
  const nextAt = why === "never" ? null : askAgainAt(due.attempts + 1, over, ctx.now);
  log.warn({ event: "followers.not-told", day: due.day, why, gaveUp: nextAt === null });
  await settle(ctx, due.day, { attempts: due.attempts + 1, nextAt });
  return 1;
}

const settle = (ctx: Ctx, day: string, change: Partial<typeof lineFollowers.$inferInsert>) =>
  ctx.db.update(lineFollowers).set(change).where(eq(lineFollowers.day, day));

/** The last days that are over, each with the night in which LINE knows it. */
async function planDays(ctx: Ctx): Promise<void> {
  const rows = Array.from({ length: MADE_UP_DAYS }, (_, i) => {
    const day = dayStart(ctx.now, -1 - i);
    return { day: isoDate(day), nextAt: nightAfter(day) };
  });
  await ctx.db.insert(lineFollowers).values(rows).onConflictDoNothing();
}

async function claimDue(ctx: Ctx): Promise<{ day: string; attempts: number } | null> {
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select({ day: lineFollowers.day, attempts: lineFollowers.attempts })
      .from(lineFollowers)
      .where(lte(lineFollowers.nextAt, ctx.now))
      .orderBy(asc(lineFollowers.nextAt), asc(lineFollowers.day))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!row) return null;
    await tx
      .update(lineFollowers)
      .set({ nextAt: new Date(ctx.now.getTime() + HOLD_MS) })
      .where(and(eq(lineFollowers.day, row.day)));
    return row;
  });
}
