import { eq } from "drizzle-orm";
import { friends } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";

export async function isKnown(ctx: Ctx, lineUserId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: friends.id })
    .from(friends)
    .where(eq(friends.lineUserId, lineUserId));
  return row !== undefined;
}
