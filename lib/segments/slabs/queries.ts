import { sql } from "drizzle-orm";
import { friendChanges } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";

/** How many changes wait to be set as bits, counted as far as `atMost`. */
export async function countChanges(ctx: Ctx, atMost: number): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: string }>(
    sql`select count(*) as n from (select 1 from ${friendChanges} limit ${atMost}) as counted`,
  );
  return Number(rows[0]?.n ?? 0);
}
