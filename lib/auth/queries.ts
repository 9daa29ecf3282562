import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { sections, staff, staffLinks, staffRoles, staffSessions } from "@/db/schema/index";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { SESSION_IDLE_MS } from "./sessions";

export type RoleRow = StaffActor["roles"][number] & { sectionName: string | null };
/** `invited`: no password yet. */
export type StaffState = "active" | "invited" | "disabled";
export type StaffRow = {
  id: number;
  name: string;
  email: string;
  state: StaffState;
  lastSignInAt: Date | null;
  /** Sessions that are open now. */
  sessions: number;
  /** The last one-time link, while it can still be used. */
  linkUntil: Date | null;
  roles: RoleRow[];
};
export type SessionRow = {
  id: string;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
};

const liveSession = (now: Date) =>
  and(
    isNull(staffSessions.endedAt),
    gt(staffSessions.expiresAt, now),
    gt(staffSessions.seenAt, new Date(now.getTime() - SESSION_IDLE_MS)),
  );

export async function listStaff(ctx: Ctx): Promise<StaffRow[]> {
  const [people, roles, sessions, links] = await Promise.all([
    ctx.db.select().from(staff).orderBy(sql`${staff.disabledAt} is not null`, asc(staff.name), asc(staff.id)),
    listRoles(ctx),
    ctx.db
      .select({ staffId: staffSessions.staffId, open: sql<number>`count(*)::int` })
      .from(staffSessions)
      .where(liveSession(ctx.now))
      .groupBy(staffSessions.staffId),
    ctx.db
      .select({
        staffId: staffLinks.staffId,
        until: sql<Date>`max(${staffLinks.expiresAt})`.mapWith(staffLinks.expiresAt),
      })
      .from(staffLinks)
      .where(and(isNull(staffLinks.usedAt), gt(staffLinks.expiresAt, ctx.now)))
      .groupBy(staffLinks.staffId),
  ]);
  const open = new Map(sessions.map((s) => [s.staffId, s.open]));
  const until = new Map(links.map((l) => [l.staffId, l.until]));
  return people.map((p) => ({
    id: p.id,
    name: p.name,
    email: p.email,
    state: p.disabledAt ? "disabled" : p.passwordHash === null ? "invited" : "active",
    lastSignInAt: p.lastSignInAt,
    sessions: open.get(p.id) ?? 0,
    linkUntil: until.get(p.id) ?? null,
    roles: roles.get(p.id) ?? [],
  }));
}

async function listRoles(ctx: Ctx, staffIds?: number[]): Promise<Map<number, RoleRow[]>> {
  const rows = await ctx.db
    .select({
      staffId: staffRoles.staffId,
      role: staffRoles.role,
      sectionId: staffRoles.sectionId,
      sectionName: sections.name,
    })
    .from(staffRoles)
    .leftJoin(sections, eq(sections.id, staffRoles.sectionId))
    .where(staffIds ? inArray(staffRoles.staffId, staffIds) : undefined)
    .orderBy(asc(staffRoles.id));
  const byStaff = new Map<number, RoleRow[]>();
  for (const { staffId, ...role } of rows) byStaff.set(staffId, [...(byStaff.get(staffId) ?? []), role]);
  return byStaff;
}

/** People to choose from in filters: everybody who ever was here, by name. */
export const listStaffNames = (ctx: Ctx): Promise<{ id: number; name: string }[]> =>
  ctx.db.select({ id: staff.id, name: staff.name }).from(staff).orderBy(asc(staff.name), asc(staff.id));

export const listSections = (ctx: Ctx): Promise<{ id: number; name: string }[]> =>
  ctx.db
    .select({ id: sections.id, name: sections.name })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id));

/** A person's open sessions, the latest used first. */
export const listSessions = (ctx: Ctx, staffId: number): Promise<SessionRow[]> =>
  ctx.db
    .select({
      id: staffSessions.id,
      createdAt: staffSessions.createdAt,
      seenAt: staffSessions.seenAt,
      expiresAt: staffSessions.expiresAt,
      userAgent: staffSessions.userAgent,
    })
    .from(staffSessions)
    .where(and(eq(staffSessions.staffId, staffId), liveSession(ctx.now)))
    .orderBy(desc(staffSessions.seenAt));

/** When a session ends: by itself if nothing is done, and in any case. Null when it is not there. */
export async function findSessionEnds(
  ctx: Ctx,
  sessionId: string,
): Promise<{ idleAt: Date; lastAt: Date } | null> {
  const [row] = await ctx.db
    .select({ seenAt: staffSessions.seenAt, expiresAt: staffSessions.expiresAt })
    .from(staffSessions)
    .where(eq(staffSessions.id, sessionId));
  return row ? { idleAt: new Date(row.seenAt.getTime() + SESSION_IDLE_MS), lastAt: row.expiresAt } : null;
}

/** Roles of one person with the sections' names. */
export const listRolesOf = async (ctx: Ctx, staffId: number): Promise<RoleRow[]> =>
  (await listRoles(ctx, [staffId])).get(staffId) ?? [];
