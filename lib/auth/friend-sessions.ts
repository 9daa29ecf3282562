import { and, eq, gt, lt } from "drizzle-orm";
import type { DbOrTx } from "@/db";
import { friendSessions } from "@/db/schema/index";
import type { Ctx } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { newToken, sha256 } from "@/lib/core/id";
import { hours } from "@/lib/core/time";

export const FRIEND_SESSION_MS = hours(1);

/** A new session of a resident's settings page. Returns the token: the database keeps its hash alone. */
export async function openFriendSession(ctx: Ctx, friendId: number): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + FRIEND_SESSION_MS);
  await ctx.db
    .insert(friendSessions)
    .values({ tokenHash: sha256(token), friendId, createdAt: ctx.now, expiresAt });
  return token;
}

export async function endFriendSession(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.delete(friendSessions).where(eq(friendSessions.tokenHash, sha256(token)));
}

/** The resident behind a session's token; null for one that is over or was never ours. */
export async function findSessionFriend(db: DbOrTx, token: string, now: Date): Promise<number | null> {
  const [row] = await db
    .select({ friendId: friendSessions.friendId })
    .from(friendSessions)
    .where(and(eq(friendSessions.tokenHash, sha256(token)), gt(friendSessions.expiresAt, now)));
  return row?.friendId ?? null;
}

export async function clearFriendSessions(ctx: Ctx): Promise<void> {
  await ctx.db.delete(friendSessions).where(lt(friendSessions.expiresAt, ctx.now));
}

/**
 * A page says with every change whose it is: when another resident opened theirs in the same browser meanwhile, the
 * first page changes nothing of theirs. Tells nothing about the resident.
 */
export const friendMark = (friendId: number): string =>
  sha256(`friend-page:${friendId}:${env().AUTH_SECRET ?? ""}`).slice(0, 20);
