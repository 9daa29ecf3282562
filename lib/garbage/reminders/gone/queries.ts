import { and, count, eq, inArray, isNotNull } from "drizzle-orm";
import { friendGarbage, friends } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { isReachable } from "../sql";

/** How many friends are reminded in each of these areas; one without any is missing. */
export async function countReminded(
  ctx: Ctx,
  args: { areaKeys: readonly string[] },
): Promise<Map<string, number>> {
  if (args.areaKeys.length === 0) return new Map();
  const rows = await ctx.db
    .select({ areaKey: friendGarbage.areaKey, n: count() })
    .from(friendGarbage)
    .innerJoin(friends, eq(friends.id, friendGarbage.friendId))
    .where(
      and(inArray(friendGarbage.areaKey, [...args.areaKeys]), isNotNull(friendGarbage.remindAt), isReachable),
    )
    .groupBy(friendGarbage.areaKey);
  return new Map(rows.map((row) => [row.areaKey, row.n]));
}
