import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";
import { lastProgress } from "./sql";

/** When it last got on, or was let go; null: never. */
export async function findLastProgress(ctx: Ctx, broadcastId: string): Promise<Date | null> {
  const { rows } = await ctx.db.execute<{ ms: number | null }>(sql`
    select (extract(epoch from ${lastProgress}) * 1000)::double precision as ms
    from broadcasts w where w.id = ${broadcastId}`);
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : new Date(ms);
}
