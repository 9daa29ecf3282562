import { eq, sql } from "drizzle-orm";
import { broadcasts } from "@/db/schema";
import { type Ctx, within } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { auditBroadcast, enter } from "../freeze/commands";
import { countOpen } from "../queries";
import { isStalled } from "./sql";
import { STALLED } from "./stall";

/**
 * What was let go and then stood still for long waits for a person: no worker, a channel that was refused, LINE away.
 * Nothing new of it is claimed before (batches/commands.ts asks the same). Answers how many.
 */
export async function pauseStalled(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select w.id from broadcasts w where w.state = 'sending' and ${isStalled} limit 20`,
  );
  let paused = 0;
  for (const { id } of rows) paused += (await pauseOne(ctx, id)) ? 1 : 0;
  return paused;
}

async function pauseOne(ctx: Ctx, id: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ version: number | null }>(
      sql`select w.version from broadcasts w where w.id = ${id} and ${isStalled} for update skip locked`,
    );
    const row = rows[0];
    if (!row) return false;
    const inside = within(ctx, tx);
    await tx
      .update(broadcasts)
      .set({ state: "paused", pausedReason: STALLED, updatedAt: sql`now()` })
      .where(eq(broadcasts.id, id));
    const open = await countOpen(inside, id);
    await enter(inside, id, "paused", { version: row.version, reason: STALLED, detail: { open } });
    await auditBroadcast(inside, id, "broadcast.pause", ["state", "pausedReason"]);
    log.error({ event: "broadcast.stalled", id, open });
    return true;
  });
}
