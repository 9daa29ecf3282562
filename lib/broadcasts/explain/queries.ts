import { and, eq, ne, sql } from "drizzle-orm";
import { broadcastBatches } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import type { Batch } from "./arrival";

/** The batch a friend stands in, and what became of it; null: they were not chosen. */
export async function findBatchOf(ctx: Ctx, args: { id: string; friendId: number }): Promise<Batch | null> {
  const [row] = await ctx.db
    .select({ state: broadcastBatches.state, settledAt: broadcastBatches.settledAt })
    .from(broadcastBatches)
    .where(
      and(
        eq(broadcastBatches.broadcastId, args.id),
        // Its halves tell what became of one that was split.
        ne(broadcastBatches.state, "split"),
        sql`${broadcastBatches.friendIds} @> array[${args.friendId}::bigint]`,
      ),
    );
  return row ?? null;
}
