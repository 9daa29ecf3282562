import { and, eq, gt, isNull } from "drizzle-orm";
import { staff, staffSessions } from "@/db/schema/index";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { minutes } from "@/lib/core/time";
import { giveBackAttempt, ownKey, takeAttempt } from "./attempts";
import { SIGN_IN_MESSAGES, STAFF_MESSAGES } from "./messages";
import { verifyPassword } from "./password";

type StaffCtx = Ctx<StaffActor>;

/** So long after a person typed their password nobody else is taken to sit at their console. */
const PROOF_MS = minutes(15);

/** Somebody at an open console who does not know its owner's password: the audit shows it. */
export async function refusePassword(ctx: StaffCtx) {
  await recordAudit(ctx, {
    action: "staff.refuse-password",
    subjectKind: "staff",
    subjectId: ctx.actor.staffId,
  });
  return refused("wrong-password", STAFF_MESSAGES["wrong-password"]);
}

/** Looks at the present password of who is signed in, throttled like a sign-in. Answers the hash that it opened. */
export async function checkOwnPassword(
  ctx: StaffCtx,
  given: string,
): Promise<Result<string, "wrong-password" | "wait">> {
  const keys = [ownKey(ctx.actor.staffId)];
  const attempt = await takeAttempt(ctx, keys);
  if (!attempt.ok) return refused("wait", SIGN_IN_MESSAGES.wait(attempt.waitSeconds ?? 60));
  const [person] = await ctx.db.select().from(staff).where(eq(staff.id, ctx.actor.staffId));
  const stored = person?.passwordHash;
  if (!(await verifyPassword(stored, given)) || !stored) return refusePassword(ctx);
  await giveBackAttempt(ctx, keys);
  return ok(stored);
}

/** Writes down that this session's person has just typed their password. */
export async function noteProof(ctx: StaffCtx): Promise<void> {
  await ctx.db
    .update(staffSessions)
    .set({ passwordAt: ctx.now })
    .where(and(eq(staffSessions.id, ctx.actor.sessionId), isNull(staffSessions.endedAt)));
}

/** The password once more, before something that changes what others may do. */
export async function confirmPassword(
  ctx: StaffCtx,
  input: { password: string },
): Promise<Result<null, "wrong-password" | "wait">> {
  const checked = await checkOwnPassword(ctx, input.password);
  if (!checked.ok) return checked;
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    // Looking at a password takes a while: with another one by now, or stopped, they come too late.
    const [person] = await tx
      .select({ passwordHash: staff.passwordHash, disabledAt: staff.disabledAt })
      .from(staff)
      .where(eq(staff.id, ctx.actor.staffId))
      .for("update");
    if (person?.passwordHash !== checked.value || person.disabledAt) return refusePassword(inside);
    await noteProof(inside);
    await recordAudit(inside, {
      action: "session.confirm",
      subjectKind: "staff",
      subjectId: ctx.actor.staffId,
    });
    return ok(null);
  });
}

export type ProofRefusal = "password-needed";

/**
 * For commands that hand out or take away what others may do: null for who typed their password within the last quarter
 * of an hour, so that a console left open gives nothing away. The refusal makes the screen ask for it
 * (components/staff/password-guard.tsx).
 */
export async function findProofRefusal(
  ctx: StaffCtx,
): Promise<Extract<Result<never, ProofRefusal>, { ok: false }> | null> {
  const [fresh] = await ctx.db
    .select({ id: staffSessions.id })
    .from(staffSessions)
    .where(
      and(
        eq(staffSessions.id, ctx.actor.sessionId),
        eq(staffSessions.staffId, ctx.actor.staffId),
        isNull(staffSessions.endedAt),
        gt(staffSessions.passwordAt, new Date(ctx.now.getTime() - PROOF_MS)),
      ),
    );
  return fresh ? null : refused("password-needed", STAFF_MESSAGES["password-needed"]);
}
