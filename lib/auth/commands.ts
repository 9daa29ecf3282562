import { and, eq, isNotNull, isNull, ne, notLike, sql } from "drizzle-orm";
import {
  sections,
  staff,
  staffFriendCodes,
  staffFriends,
  staffRoles,
  staffSessions,
} from "@/db/schema/index";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { env, isDemo } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { ok, type Result, refused } from "@/lib/core/result";
import { cleanText } from "@/lib/core/text";
import { DEMO_DOMAIN, normalizeEmail } from "./email";
import { endSessionsOf, issueLink, voidLinks } from "./links";
import { PASSWORD_MESSAGES, STAFF_MESSAGES } from "./messages";
import { hashPassword } from "./password";
import { type PasswordProblem, passwordProblem } from "./password-rule";
import { ROLE_SCOPES } from "./permission";
import { checkOwnPassword, findProofRefusal, noteProof, type ProofRefusal, refusePassword } from "./proof";

export type HeldRole = StaffActor["roles"][number];
type StaffCtx = Ctx<StaffActor>;

const refuse = <R extends keyof typeof STAFF_MESSAGES>(reason: R) => refused(reason, STAFF_MESSAGES[reason]);

const distinct = (roles: readonly HeldRole[]): HeldRole[] => [
  ...new Map(roles.map((r) => [`${r.role}:${r.sectionId}`, r])).values(),
];

async function rolesFit(ctx: Ctx, roles: readonly HeldRole[]): Promise<boolean> {
  const known = new Set((await ctx.db.select({ id: sections.id }).from(sections)).map((s) => s.id));
  return roles.every(({ role, sectionId }) => {
    const scope = ROLE_SCOPES[role];
    return sectionId === null ? scope !== "one" : scope !== "all" && known.has(sectionId);
  });
}

/**
 * Adds a person. `password` is for demo accounts and refused outside demo mode: real people set theirs by a one-time
 * link. Seeds may call it again: `email-taken` is an answer, not an error.
 */
export async function createStaff(
  ctx: Ctx,
  input: { email: string; name: string; roles: readonly HeldRole[]; password?: string },
): Promise<Result<{ staffId: number }, "email-taken" | "email-invalid" | "roles-invalid">> {
  if (input.password !== undefined && !isDemo())
    throw new AppError("forbidden", "passwords are given in demo mode only");
  const email = normalizeEmail(input.email);
  if (!email) return refuse("email-invalid");
  const roles = distinct(input.roles);
  if (!(await rolesFit(ctx, roles))) return refuse("roles-invalid");
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(staff)
      .values({ email, name: cleanText(input.name), passwordHash, createdAt: ctx.now })
      .onConflictDoNothing({ target: staff.email })
      .returning({ id: staff.id });
    if (!row) return refuse("email-taken");
    if (roles.length > 0) await tx.insert(staffRoles).values(roles.map((r) => ({ ...r, staffId: row.id })));
    await recordAudit(within(ctx, tx), {
      action: "staff.create",
      subjectKind: "staff",
      subjectId: row.id,
      fields: ["email", "name", ...(roles.length > 0 ? ["roles"] : [])],
    });
    return ok({ staffId: row.id });
  });
}

/** The address of a link to hand over. It is shown this once: only its hash is kept. */
const linkAddress = (path: string): string =>
  new URL(path, env().APP_URL ?? `http://localhost:${env().PORT}`).href;

export type Invitation = { staffId: number; link: string };

export async function inviteStaff(
  ctx: StaffCtx,
  input: { email: string; name: string; roles: readonly HeldRole[] },
): Promise<Result<Invitation, "email-taken" | "email-invalid" | "roles-invalid" | ProofRefusal>> {
  const stale = await findProofRefusal(ctx);
  if (stale) return stale;
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const created = await createStaff(inside, { email: input.email, name: input.name, roles: input.roles });
    if (!created.ok) return created;
    return ok({
      staffId: created.value.staffId,
      link: linkAddress(await issueLink(inside, created.value.staffId)),
    });
  });
}

/** A new one-time link for somebody who lost the first one or the password. The old password works until it is used. */
export async function reissueLink(
  ctx: StaffCtx,
  input: { staffId: number },
): Promise<Result<Invitation, "not-found" | "disabled" | ProofRefusal>> {
  const stale = await findProofRefusal(ctx);
  if (stale) return stale;
  return ctx.db.transaction(async (tx) => {
    const [person] = await tx.select().from(staff).where(eq(staff.id, input.staffId)).for("update");
    if (!person) return refuse("not-found");
    if (person.disabledAt) return refuse("disabled");
    return ok({ staffId: person.id, link: linkAddress(await issueLink(within(ctx, tx), person.id)) });
  });
}

/**
 * For the command line: makes the person an administrator when there is no such account yet, and a link in any case.
 * Who can run it can read the database, so nothing is asked.
 */
export async function issueAdministratorLink(
  ctx: Ctx,
  input: { email: string; name: string },
): Promise<Result<{ created: boolean; link: string }, "email-invalid" | "disabled">> {
  const email = normalizeEmail(input.email);
  if (!email) return refuse("email-invalid");
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const created = await createStaff(inside, {
      email,
      name: input.name,
      roles: [{ role: "administrator", sectionId: null }],
    });
    const [person] = await tx.select().from(staff).where(eq(staff.email, email)).for("update");
    if (!person) throw new AppError("conflict", "the account went away");
    if (person.disabledAt) return refuse("disabled");
    return ok({ created: created.ok, link: linkAddress(await issueLink(inside, person.id)) });
  });
}

/** One at a time: two administrators who remove each other at once must not both succeed. */
const lockAdministrators = (ctx: Ctx) => ctx.db.execute(sql`select pg_advisory_xact_lock(726002)`);

/** Administrators besides this person who can sign in: an invitation nobody has used, or never will, is none of them. */
async function otherAdministrators(ctx: Ctx, staffId: number): Promise<number> {
  return ctx.db.$count(
    ctx.db
      .select({ id: staff.id })
      .from(staff)
      .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
      .where(
        and(
          eq(staffRoles.role, "administrator"),
          isNull(staff.disabledAt),
          isNotNull(staff.passwordHash),
          isDemo() ? undefined : notLike(staff.email, `%${DEMO_DOMAIN}`),
          ne(staff.id, staffId),
        ),
      )
      .as("administrators"),
  );
}

export async function changeStaffRoles(
  ctx: StaffCtx,
  input: { staffId: number; roles: readonly HeldRole[] },
): Promise<Result<{ staffId: number }, "not-found" | "roles-invalid" | "last-administrator" | ProofRefusal>> {
  const stale = await findProofRefusal(ctx);
  if (stale) return stale;
  const roles = distinct(input.roles);
  if (!(await rolesFit(ctx, roles))) return refuse("roles-invalid");
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    await lockAdministrators(inside);
    const [person] = await tx.select().from(staff).where(eq(staff.id, input.staffId)).for("update");
    if (!person) return refuse("not-found");
    const stays = roles.some((r) => r.role === "administrator");
    if (!stays && (await otherAdministrators(inside, person.id)) === 0) return refuse("last-administrator");
    await tx.delete(staffRoles).where(eq(staffRoles.staffId, person.id));
    if (roles.length > 0)
      await tx.insert(staffRoles).values(roles.map((r) => ({ ...r, staffId: person.id })));
    await recordAudit(inside, {
      action: "staff.change-roles",
      subjectKind: "staff",
      subjectId: person.id,
      fields: ["roles"],
    });
    return ok({ staffId: person.id });
  });
}

/** Stops an account: no sign-in, and every open session and link ends with this commit, for good. */
export async function disableStaff(
  ctx: StaffCtx,
  input: { staffId: number },
): Promise<Result<{ staffId: number }, "not-found" | "own-account" | "last-administrator" | ProofRefusal>> {
  const stale = await findProofRefusal(ctx);
  if (stale) return stale;
  if (input.staffId === ctx.actor.staffId) return refuse("own-account");
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    await lockAdministrators(inside);
    if ((await otherAdministrators(inside, input.staffId)) === 0) return refuse("last-administrator");
    const [person] = await tx
      .update(staff)
      .set({ disabledAt: ctx.now })
      .where(eq(staff.id, input.staffId))
      .returning();
    if (!person) return refuse("not-found");
    await endSessionsOf(inside, person.id, "disabled");
    await voidLinks(inside, person.id);
    // Tests and drills no longer go to their phone.
    await tx.delete(staffFriends).where(eq(staffFriends.staffId, person.id));
    await tx.delete(staffFriendCodes).where(eq(staffFriendCodes.staffId, person.id));
    await recordAudit(inside, {
      action: "staff.disable",
      subjectKind: "staff",
      subjectId: person.id,
      fields: ["disabledAt"],
    });
    return ok({ staffId: person.id });
  });
}

export async function enableStaff(
  ctx: StaffCtx,
  input: { staffId: number },
): Promise<Result<{ staffId: number }, "not-found" | ProofRefusal>> {
  const stale = await findProofRefusal(ctx);
  if (stale) return stale;
  return ctx.db.transaction(async (tx) => {
    const [person] = await tx
      .update(staff)
      .set({ disabledAt: null })
      .where(eq(staff.id, input.staffId))
      .returning();
    if (!person) return refuse("not-found");
    await recordAudit(within(ctx, tx), {
      action: "staff.enable",
      subjectKind: "staff",
      subjectId: person.id,
      fields: ["disabledAt"],
    });
    return ok({ staffId: person.id });
  });
}

/** An administrator ends all sessions of somebody else, or of themselves. */
export async function endStaffSessions(
  ctx: StaffCtx,
  input: { staffId: number },
): Promise<Result<{ ended: number }>> {
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const ended = await endSessionsOf(inside, input.staffId, "administrator");
    await recordAudit(inside, { action: "session.end-all", subjectKind: "staff", subjectId: input.staffId });
    return ok({ ended });
  });
}

/** One of one's own sessions, for example on a machine left signed in. Another person's is `over`, as if not there. */
export async function endOwnSession(
  ctx: StaffCtx,
  input: { sessionId: string },
): Promise<Result<{ own: boolean }, "over">> {
  return ctx.db.transaction(async (tx) => {
    const [ended] = await tx
      .update(staffSessions)
      .set({ endedAt: ctx.now, endedReason: "own" })
      .where(
        and(
          eq(staffSessions.id, input.sessionId),
          eq(staffSessions.staffId, ctx.actor.staffId),
          isNull(staffSessions.endedAt),
        ),
      )
      .returning({ id: staffSessions.id });
    if (!ended) return refuse("over");
    await recordAudit(within(ctx, tx), {
      action: "session.end",
      subjectKind: "staff",
      subjectId: ctx.actor.staffId,
    });
    return ok({ own: ended.id === ctx.actor.sessionId });
  });
}

/** Sign out everywhere: this browser too. */
export const endOwnSessions = (ctx: StaffCtx): Promise<Result<{ ended: number }>> =>
  endStaffSessions(ctx, { staffId: ctx.actor.staffId });

/**
 * The present password is asked again, throttled like a sign-in; all other sessions and a link not used yet end. It has
 * to be the present one until the commit: of two changes at once, one of them by a link, the later one finds another.
 */
export async function changePassword(
  ctx: StaffCtx,
  input: { current: string; password: string },
): Promise<Result<{ ended: number }, "wrong-password" | "wait" | PasswordProblem>> {
  const checked = await checkOwnPassword(ctx, input.current);
  if (!checked.ok) return checked;
  const problem = passwordProblem(input.password, ctx.actor);
  if (problem) return refused(problem, PASSWORD_MESSAGES[problem]);
  const passwordHash = await hashPassword(input.password);
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const changed = await tx
      .update(staff)
      .set({ passwordHash })
      .where(
        and(eq(staff.id, ctx.actor.staffId), eq(staff.passwordHash, checked.value), isNull(staff.disabledAt)),
      )
      .returning({ id: staff.id });
    if (changed.length === 0) return refusePassword(inside);
    await voidLinks(inside, ctx.actor.staffId);
    const ended = await endSessionsOf(inside, ctx.actor.staffId, "new-password", ctx.actor.sessionId);
    await noteProof(inside);
    await recordAudit(inside, {
      action: "staff.set-password",
      subjectKind: "staff",
      subjectId: ctx.actor.staffId,
      fields: ["password"],
    });
    return ok({ ended });
  });
}
