import { and, eq, isNull } from "drizzle-orm";
import { staff, staffSessions } from "@/db/schema/index";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { isDemo } from "@/lib/core/env";
import { newId, newToken, sha256 } from "@/lib/core/id";
import { log } from "@/lib/core/log";
import { ok, type Result, refused } from "@/lib/core/result";
import { cleanText } from "@/lib/core/text";
import { accountKey, addressKey, browserKey, giveBackAttempt, takeAttempt } from "./attempts";
import { isDemoEmail, normalizeEmail } from "./email";
import { SIGN_IN_MESSAGES } from "./messages";
import { verifyPassword } from "./password";
import { SESSION_ABSOLUTE_MS } from "./sessions";

export type SignInInput = {
  email: string;
  password: string;
  /** Null when the process cannot know it: then only the account is throttled. */
  address: string | null;
  /** Id of a browser that this account's owner has used before (browser.ts). */
  browserId: string | null;
  userAgent: string | null;
};

/** Opens a session and answers its token: the only time it is known. Part of a transaction of the caller. */
export async function openSession(
  ctx: Ctx,
  staffId: number,
  userAgent: string | null,
): Promise<{ token: string; sessionId: string }> {
  const token = newToken();
  const sessionId = newId();
  await ctx.db.insert(staffSessions).values({
    id: sessionId,
    tokenHash: sha256(token),
    staffId,
    createdAt: ctx.now,
    seenAt: ctx.now,
    passwordAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + SESSION_ABSOLUTE_MS),
    userAgent: userAgent === null ? null : cleanText(userAgent).slice(0, 300),
  });
  await ctx.db.update(staff).set({ lastSignInAt: ctx.now }).where(eq(staff.id, staffId));
  return { token, sessionId };
}

/** For the audit entry of the act that makes somebody a signed-in person; it permits nothing: no roles. */
export const asPerson = (
  ctx: Ctx,
  person: { id: number; name: string; email: string },
  sessionId: string,
): Ctx<StaffActor> => ({
  ...ctx,
  actor: { kind: "staff", staffId: person.id, name: person.name, email: person.email, roles: [], sessionId },
});

/**
 * Password sign-in. Refuses with `wait` (too many failures; `message` says how long) or `no-match`: an unknown
 * address, a wrong password, a disabled person and one without a password look and last the same.
 */
export async function signIn(
  ctx: Ctx,
  input: SignInInput,
): Promise<
  Result<{ token: string; sessionId: string; staffId: number; email: string }, "wait" | "no-match">
> {
  const email = normalizeEmail(input.email);
  // Also what is no address at all is throttled and costs a hash.
  const asked = email ?? input.email.slice(0, 254);
  const keys = [input.browserId ? browserKey(input.browserId) : accountKey(asked)];
  // A known browser has tries of its own: whoever fails beside it, behind the same address, does not use them up.
  if (input.address && !input.browserId) keys.push(addressKey(input.address));

  const attempt = await takeAttempt(ctx, keys);
  if (!attempt.ok) {
    log.warn({ event: "sign-in-throttled", waitSeconds: attempt.waitSeconds });
    return refused("wait", SIGN_IN_MESSAGES.wait(attempt.waitSeconds ?? 60));
  }

  const [person] = await ctx.db
    .select()
    .from(staff)
    .where(eq(staff.email, email ?? ""));
  const matches = await verifyPassword(person?.passwordHash, input.password);
  const refuse = async (inside: Ctx) => {
    await recordAudit(inside, {
      action: "session.refuse",
      subjectKind: "staff",
      subjectId: person?.id ?? "unknown",
    });
    return refused("no-match", SIGN_IN_MESSAGES.noMatch);
  };
  // Everybody knows the demo's password: its accounts open nothing where real people work, however they came there.
  if (!person || !matches || (isDemoEmail(person.email) && !isDemo())) return refuse(ctx);
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    // Looking at a password takes a while: who was stopped meanwhile, or has another password now, comes too late.
    if (!(await stillOpens(inside, person))) return refuse(inside);
    const session = await openSession(inside, person.id, input.userAgent);
    await giveBackAttempt(inside, keys);
    await recordAudit(asPerson(inside, person, session.sessionId), {
      action: "session.start",
      subjectKind: "staff",
      subjectId: person.id,
    });
    return ok({ ...session, staffId: person.id, email: person.email });
  });
}

/** Is the account open, and the password the one that was looked at? Locks it until the transaction ends. */
async function stillOpens(
  ctx: Ctx,
  person: Pick<typeof staff.$inferSelect, "id" | "passwordHash">,
): Promise<boolean> {
  const [now] = await ctx.db
    .select({ passwordHash: staff.passwordHash, disabledAt: staff.disabledAt })
    .from(staff)
    .where(eq(staff.id, person.id))
    .for("update");
  return now?.disabledAt === null && now.passwordHash === person.passwordHash;
}

/** Ends the session of a cookie, if it is still open. Without one nothing happens. */
export async function signOut(ctx: Ctx, tokenHash: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [ended] = await tx
      .update(staffSessions)
      .set({ endedAt: ctx.now, endedReason: "sign-out" })
      .where(and(eq(staffSessions.tokenHash, tokenHash), isNull(staffSessions.endedAt)))
      .returning({ staffId: staffSessions.staffId });
    if (!ended) return;
    await recordAudit(within(ctx, tx), {
      action: "session.end",
      subjectKind: "staff",
      subjectId: ended.staffId,
    });
  });
}
