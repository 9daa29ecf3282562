import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { staff, staffFriendCodes, staffFriends } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { accountKey, giveBackAttempt, takeAttempt } from "@/lib/auth/attempts";
import { assertCan } from "@/lib/auth/permission";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { sha256 } from "@/lib/core/id";
import { ok, type Result, refused } from "@/lib/core/result";
import { minutes } from "@/lib/core/time";
import { codeFrom, spacedCode } from "./code";
import { BINDING_REFUSED } from "./messages";

const CODE_LIFE_MS = minutes(10);

function newCode(): string {
  for (let i = 0; i < 10; i += 1) {
    const code = codeFrom(randomBytes(32));
    if (code !== null) return code;
  }
  throw new AppError("unavailable", "no random bytes");
}

/** A new one-time code for one's own LINE; the one before it stops working. Shown once, kept as a hash. */
export async function issueFriendCode(
  ctx: Ctx<StaffActor>,
): Promise<Result<{ code: string; expiresAt: Date }, never>> {
  assertCan(ctx.actor, "console.enter");
  const code = newCode();
  const expiresAt = new Date(ctx.now.getTime() + CODE_LIFE_MS);
  const row = { codeHash: sha256(code), expiresAt };
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(staffFriendCodes)
      .values({ staffId: ctx.actor.staffId, ...row })
      .onConflictDoUpdate({ target: staffFriendCodes.staffId, set: row });
    await recordAudit(within(ctx, tx), {
      action: "staff.issue-line-code",
      subjectKind: "staff",
      subjectId: ctx.actor.staffId,
    });
  });
  return ok({ code: spacedCode(code), expiresAt });
}

export type Binding = "bound" | "wrong" | "taken" | "wait";

/**
 * Binds the LINE account that sent the code to the member of staff who made it, inside the caller's transaction. The
 * code counts once, and by the time the message was sent. Guessing is slowed by sender.
 */
export async function bindStaffFriend(
  ctx: Ctx,
  input: { friendId: number; code: string; sentAt: Date },
): Promise<Binding> {
  const key = accountKey(`line:${input.friendId}`);
  const attempt = await takeAttempt(ctx, [key]);
  if (!attempt.ok) return "wait";
  const [owner] = await ctx.db
    .select({ staffId: staffFriendCodes.staffId })
    .from(staffFriendCodes)
    .innerJoin(staff, eq(staff.id, staffFriendCodes.staffId))
    .where(
      and(
        eq(staffFriendCodes.codeHash, sha256(input.code)),
        gt(staffFriendCodes.expiresAt, input.sentAt),
        isNull(staff.disabledAt),
      ),
    )
    .for("update", { of: staffFriendCodes });
  if (!owner) return "wrong";
  await ctx.db
    .insert(staffFriends)
    .values({ friendId: input.friendId, staffId: owner.staffId, boundAt: ctx.now })
    .onConflictDoNothing();
  const [held] = await ctx.db.select().from(staffFriends).where(eq(staffFriends.friendId, input.friendId));
  if (held?.staffId !== owner.staffId) return "taken";
  await ctx.db.delete(staffFriendCodes).where(eq(staffFriendCodes.staffId, owner.staffId));
  await giveBackAttempt(ctx, [key]);
  await recordAudit(ctx, {
    action: "staff.bind-line",
    subjectKind: "staff",
    subjectId: owner.staffId,
    fields: ["staffFriends"],
  });
  return "bound";
}

/** Takes one of one's own LINE accounts out: tests and drills no longer go there. */
export async function unbindStaffFriend(
  ctx: Ctx<StaffActor>,
  input: { friendId: number },
): Promise<Result<{ friendId: number }, "gone">> {
  assertCan(ctx.actor, "console.enter");
  return ctx.db.transaction(async (tx) => {
    const removed = await tx
      .delete(staffFriends)
      .where(and(eq(staffFriends.friendId, input.friendId), eq(staffFriends.staffId, ctx.actor.staffId)))
      .returning({ friendId: staffFriends.friendId });
    if (removed.length === 0) return refused("gone", BINDING_REFUSED.gone);
    await recordAudit(within(ctx, tx), {
      action: "staff.unbind-line",
      subjectKind: "staff",
      subjectId: ctx.actor.staffId,
      fields: ["staffFriends"],
    });
    return ok({ friendId: input.friendId });
  });
}
