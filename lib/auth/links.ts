import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { signInThrottles, staff, staffLinks, staffSessions } from "@/db/schema/index";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, within } from "@/lib/core/context";
import { newToken, sha256 } from "@/lib/core/id";
import { ok, type Result, refused } from "@/lib/core/result";
import { hours } from "@/lib/core/time";
import { accountKey } from "./attempts";
import { LINK_MESSAGES, PASSWORD_MESSAGES } from "./messages";
import { hashPassword } from "./password";
import { passwordProblem } from "./password-rule";
import { asPerson, openSession } from "./sign-in";

const LINK_LASTS_MS = hours(24);

/** Makes the path of a one-time link, good for 24 h; earlier links of the person stop working. */
export async function issueLink(ctx: Ctx, staffId: number): Promise<string> {
  const token = newToken();
  await voidLinks(ctx, staffId);
  await ctx.db
    .insert(staffLinks)
    .values({ tokenHash: sha256(token), staffId, expiresAt: new Date(ctx.now.getTime() + LINK_LASTS_MS) });
  await recordAudit(ctx, { action: "staff.issue-link", subjectKind: "staff", subjectId: staffId });
  return `/welcome?token=${token}`;
}

/** Nobody can use a person's earlier links any more. */
export async function voidLinks(ctx: Ctx, staffId: number): Promise<void> {
  await ctx.db
    .update(staffLinks)
    .set({ usedAt: ctx.now })
    .where(and(eq(staffLinks.staffId, staffId), isNull(staffLinks.usedAt)));
}

const usable = (token: string, now: Date) =>
  and(
    eq(staffLinks.tokenHash, sha256(token)),
    isNull(staffLinks.usedAt),
    gt(staffLinks.expiresAt, now),
    isNull(staff.disabledAt),
  );

/** Whose link it is, while it can still be used. */
export async function findLink(
  ctx: Ctx,
  token: string,
): Promise<{ staffId: number; name: string; email: string } | null> {
  const [row] = await ctx.db
    .select({ staffId: staff.id, name: staff.name, email: staff.email })
    .from(staffLinks)
    .innerJoin(staff, eq(staff.id, staffLinks.staffId))
    .where(usable(token, ctx.now));
  return row ?? null;
}

type Refusal = "link-over" | "too-short" | "too-long" | "common" | "like-account";

/** Sets a password by a link and signs in. Of two clicks at once one wins; the other finds the link used. */
export async function redeemLink(
  ctx: Ctx,
  input: { token: string; password: string; userAgent: string | null },
): Promise<Result<{ token: string; sessionId: string; staffId: number; email: string }, Refusal>> {
  const owner = await findLink(ctx, input.token);
  if (!owner) return refused("link-over", LINK_MESSAGES.over);
  const problem = passwordProblem(input.password, owner);
  if (problem) return refused(problem, PASSWORD_MESSAGES[problem]);
  const passwordHash = await hashPassword(input.password); // slow: not inside the transaction

  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    // The account before its links, as everywhere: whoever stops it at this moment waits, instead of both for ever.
    await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, owner.staffId)).for("update");
    const [used] = await tx
      .update(staffLinks)
      .set({ usedAt: ctx.now })
      .where(and(eq(staffLinks.tokenHash, sha256(input.token)), isNull(staffLinks.usedAt)))
      .returning({ staffId: staffLinks.staffId });
    if (!used) return refused("link-over", LINK_MESSAGES.over);
    const [person] = await tx
      .update(staff)
      .set({ passwordHash })
      .where(and(eq(staff.id, used.staffId), isNull(staff.disabledAt)))
      .returning({ id: staff.id, name: staff.name, email: staff.email });
    if (!person) return refused("link-over", LINK_MESSAGES.over);
    await endSessionsOf(inside, person.id, "new-password");
    await tx.delete(signInThrottles).where(eq(signInThrottles.key, accountKey(person.email).key));
    const session = await openSession(inside, person.id, input.userAgent);
    await recordAudit(asPerson(inside, person, session.sessionId), {
      action: "staff.set-password",
      subjectKind: "staff",
      subjectId: person.id,
      fields: ["password"],
    });
    return ok({ ...session, staffId: person.id, email: person.email });
  });
}

/** Ends a person's open sessions, except the one named. Answers how many. */
export async function endSessionsOf(
  ctx: Ctx,
  staffId: number,
  reason: string,
  except: string | null = null,
): Promise<number> {
  const ended = await ctx.db
    .update(staffSessions)
    .set({ endedAt: ctx.now, endedReason: reason })
    .where(
      and(
        eq(staffSessions.staffId, staffId),
        isNull(staffSessions.endedAt),
        except === null ? undefined : sql`${staffSessions.id} <> ${except}`,
      ),
    )
    .returning({ id: staffSessions.id });
  return ended.length;
}
