import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Ctx } from "@/lib/core/context";
import { appDb } from "@/lib/core/database";
import { env, isDemo } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { ensureFriend } from "@/lib/friends/commands";
import { verifyIdToken } from "@/lib/line/login-gateway";
import {
  endFriendSession,
  FRIEND_SESSION_MS,
  findSessionFriend,
  friendMark,
  openFriendSession,
} from "./friend-sessions";
import { foreignOrigin, type PublicCtx } from "./gate";
import { isOwnOrigin } from "./origin";
import { noteRefusal } from "./refusal";

export type FriendCtx = Ctx<{ kind: "friend"; friendId: number }>;

/** Where a resident's page begins: it finds out who they are. */
export const SETTINGS_ENTRY = "/settings";

/** Residents come by PUBLIC_URL, which is https; only a demo has no https. */
const cookieName = (): string => (isDemo() ? "madoguchi.resident" : "__Host-madoguchi.resident");

const currentFriend = cache(async (): Promise<FriendCtx | null> => {
  const now = new Date();
  const token = (await cookies()).get(cookieName())?.value;
  const friendId = token ? await findSessionFriend(appDb(), token, now) : null;
  return friendId === null ? null : { db: appDb(), actor: { kind: "friend", friendId }, now };
});

/** For loaders of residents' pages: whoever is not known goes to the entry. */
export async function requireFriend(): Promise<FriendCtx> {
  const ctx = await currentFriend();
  if (!ctx) redirect(SETTINGS_ENTRY);
  return ctx;
}

/** For residents' actions. `mark`: whose page it was that asked. */
export async function demandFriend(mark: unknown): Promise<FriendCtx> {
  const ctx = await currentFriend();
  if (!ctx) throw new AppError("unauthenticated");
  if (mark !== friendMark(ctx.actor.friendId)) {
    const error = new AppError("forbidden", "page of another resident");
    noteRefusal(error, { permission: "residents", staffId: null });
    throw error;
  }
  return ctx;
}

/** Throws unless the request comes from a page of ours that residents use. */
export const demandResidentOrigin = async (): Promise<void> => {
  const given = await headers();
  const { PUBLIC_URL, APP_URL } = env();
  const addresses = [PUBLIC_URL ?? APP_URL ?? "", ...(isDemo() ? [APP_URL ?? ""] : [])];
  const site = given.get("sec-fetch-site");
  const isOwn = addresses.some((address) => isOwnOrigin(given.get("origin"), address));
  if (!isOwn || (site !== null && site !== "same-origin")) throw foreignOrigin("residents");
};

/** Turns an ID token of LIFF into a session of an hour in this browser; the one before it ends. */
export async function enterAsFriend(ctx: PublicCtx, input: { idToken: string }): Promise<boolean> {
  const person = await verifyIdToken(env(), { idToken: input.idToken, now: ctx.now });
  const jar = await cookies();
  const before = jar.get(cookieName())?.value;
  if (before) await endFriendSession(ctx, before);
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: !isDemo() } as const;
  if (!person) {
    if (before) jar.set(cookieName(), "", { ...options, maxAge: 0 });
    return false;
  }
  const friend = await ensureFriend(ctx, person.lineUserId);
  jar.set(cookieName(), await openFriendSession(ctx, friend.id), {
    ...options,
    maxAge: FRIEND_SESSION_MS / 1000,
  });
  return true;
}
