import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { friendMoves, friends } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { spokenFrom } from "./language";

export type Friend = typeof friends.$inferSelect;

/** The resident's row, made when this is the first we hear of them. Two workers at once make one row. */
export async function ensureFriend(ctx: Ctx, lineUserId: string): Promise<Friend> {
  await ctx.db.insert(friends).values({ lineUserId }).onConflictDoNothing();
  const [row] = await ctx.db.select().from(friends).where(eq(friends.lineUserId, lineUserId));
  if (!row) throw new AppError("unavailable", "friend row vanished");
  return row;
}

/** Follow or block, by LINE's time of the event: an older event that comes late changes nothing. */
export async function setFriendState(
  ctx: Ctx,
  input: { friendId: number; state: "following" | "blocked"; at: Date },
): Promise<void> {
  await ctx.db
    .update(friends)
    .set({
      state: input.state,
      stateAt: input.at,
      ...(input.state === "following" ? { followedAt: input.at } : { blockedAt: input.at }),
    })
    .where(and(eq(friends.id, input.friendId), or(isNull(friends.stateAt), lt(friends.stateAt, input.at))));
}

/**
 * A resident of whom no follow event is known (met before this product, or the event was lost) wrote to us: count them
 * as following, since a push reaches them (LINE takes one to a friend, and for 7 days to anybody who wrote in a 1:1
 * talk: Messaging API reference, send-push-message). When they followed stays unknown. The same for one who had blocked
 * us: who blocks cannot write, so what they wrote after it tells of a follow event that was lost.
 */
export async function countAsFollowing(ctx: Ctx, input: { friendId: number; at: Date }): Promise<void> {
  await ctx.db
    .update(friends)
    .set({ state: "following", stateAt: input.at })
    .where(
      and(
        eq(friends.id, input.friendId),
        or(eq(friends.state, "unknown"), and(eq(friends.state, "blocked"), lt(friends.stateAt, input.at))),
      ),
    );
}

/** Their coming and going, once an event and in whatever order: friend_moves knows what a late one is worth. */
export async function noteMove(
  ctx: Ctx,
  input: { friendId: number; eventId: string; kind: "follow" | "unfollow"; at: Date },
): Promise<void> {
  const { friendId, eventId, at } = input;
  const kind = input.kind === "follow" ? "follow" : "block";
  await ctx.db.insert(friendMoves).values({ eventId, friendId, kind, at }).onConflictDoNothing();
}

/**
 * They wrote to us while nothing was known of them, or after they had blocked us: at that time at the latest they were
 * a friend. Whatever the order in which it becomes known; once an event.
 */
export async function noteMeeting(
  ctx: Ctx,
  input: { friendId: number; eventId: string; at: Date },
): Promise<void> {
  const { friendId, eventId, at } = input;
  const [before] = await ctx.db
    .select({ kind: friendMoves.kind })
    .from(friendMoves)
    .where(
      and(
        eq(friendMoves.friendId, friendId),
        sql`(${friendMoves.at}, ${friendMoves.eventId} collate "C") < (${at.toISOString()}::timestamptz, ${eventId}::text)`,
      ),
    )
    .orderBy(desc(friendMoves.at), desc(sql`${friendMoves.eventId} collate "C"`))
    .limit(1);
  if (before !== undefined && before.kind !== "block") return;
  await ctx.db.insert(friendMoves).values({ eventId, friendId, kind: "met", at }).onConflictDoNothing();
}

/** LINE's language. Until they choose one themselves it is also the one they are written to. */
export async function setFriendLanguage(
  ctx: Ctx,
  input: { friendId: number; language: string },
): Promise<void> {
  await ctx.db
    .update(friends)
    .set({
      language: input.language.slice(0, 20),
      spoken: sql`case when ${friends.spokenChosenAt} is null then ${spokenFrom(input.language)}::smallint else ${friends.spoken} end`,
    })
    .where(eq(friends.id, input.friendId));
}
