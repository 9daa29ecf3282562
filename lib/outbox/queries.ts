import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";

/** How many notices wait to be sent, counted no further than `most`. */
export async function countWaitingNotices(ctx: Ctx, args: { most: number }): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select 1 from outbox where priority = 1 and state in ('pending', 'attempting') limit ${args.most}
    ) waiting`);
  return rows[0]?.n ?? 0;
}
