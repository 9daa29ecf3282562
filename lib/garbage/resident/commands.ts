import { and, eq, lte, sql } from "drizzle-orm";
import { friendGarbage } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import type { Change } from "./answer";

/**
 * Writes down what a resident chose, inside the event's transaction. False: they chose otherwise later, by LINE's clock,
 * and that holds. The same event twice changes the same thing once.
 */
export async function applyChange(
  ctx: Ctx,
  input: { friendId: number; change: NonNullable<Change>; at: Date },
): Promise<boolean> {
  const { friendId, change, at } = input;
  if (change.kind === "area") {
    const rows = await ctx.db
      .insert(friendGarbage)
      .values({ friendId, areaKey: change.areaKey, changedAt: at })
      .onConflictDoUpdate({
        target: friendGarbage.friendId,
        set: { areaKey: change.areaKey, changedAt: at },
        setWhere: lte(friendGarbage.changedAt, sql`excluded.changed_at`),
      })
      .returning({ id: friendGarbage.friendId });
    return rows.length > 0;
  }
  const set = change.kind === "silence" ? { remindAt: null } : { remindAt: change.at, remindOn: change.on };
  const known = await ctx.db
    .update(friendGarbage)
    .set({ ...set, changedAt: at })
    .where(and(eq(friendGarbage.friendId, friendId), lte(friendGarbage.changedAt, at)))
    .returning({ id: friendGarbage.friendId });
  if (known.length > 0) return true;
  const [row] = await ctx.db
    .select({ id: friendGarbage.friendId })
    .from(friendGarbage)
    .where(eq(friendGarbage.friendId, friendId));
  return row === undefined;
}
