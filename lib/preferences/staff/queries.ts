import { asc, eq } from "drizzle-orm";
import { friends, staffFriends } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { shortId } from "@/lib/core/log";

export type BoundLine = {
  friendId: number;
  boundAt: Date;
  /** The start of LINE's id: enough to tell two of one's own phones apart. */
  mark: string;
  /** Blocked or stopped: nothing arrives there. */
  isReached: boolean;
};

/** LINE accounts that a member of staff registered as their own. */
export async function listBoundLines(ctx: Ctx, staffId: number): Promise<BoundLine[]> {
  const rows = await ctx.db
    .select({
      friendId: staffFriends.friendId,
      boundAt: staffFriends.boundAt,
      lineUserId: friends.lineUserId,
      state: friends.state,
      stoppedAt: friends.stoppedAt,
    })
    .from(staffFriends)
    .innerJoin(friends, eq(friends.id, staffFriends.friendId))
    .where(eq(staffFriends.staffId, staffId))
    .orderBy(asc(staffFriends.boundAt));
  return rows.map(({ lineUserId, state, stoppedAt, ...row }) => ({
    ...row,
    mark: shortId(lineUserId),
    isReached: state === "following" && stoppedAt === null,
  }));
}
