import { and, inArray, lt, sql } from "drizzle-orm";
import { lineEvents, workerBeats } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { days, minutes } from "@/lib/core/time";

/** Says that this worker lives. Rows of workers long gone are cleared away. */
export async function beat(ctx: Ctx, input: { workerId: string; startedAt: Date }): Promise<void> {
  await ctx.db
    .insert(workerBeats)
    .values({ workerId: input.workerId, startedAt: input.startedAt, beatAt: sql`now()` })
    .onConflictDoUpdate({ target: workerBeats.workerId, set: { beatAt: sql`now()` } });
  await ctx.db.delete(workerBeats).where(lt(workerBeats.beatAt, new Date(ctx.now.getTime() - minutes(60))));
}

/** Events are kept 30 days after they were worked; parked ones until somebody has looked. */
export async function clearOldEvents(ctx: Ctx): Promise<number> {
  const old = ctx.db
    .select({ id: lineEvents.webhookEventId })
    .from(lineEvents)
    .where(
      and(
        inArray(lineEvents.state, ["done", "skipped"]),
        lt(lineEvents.receivedAt, new Date(ctx.now.getTime() - days(30))),
      ),
    )
    .limit(1_000);
  const rows = await ctx.db
    .delete(lineEvents)
    .where(inArray(lineEvents.webhookEventId, old))
    .returning({ id: lineEvents.webhookEventId });
  return rows.length;
}
