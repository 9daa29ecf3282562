import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { DbOrTx } from "@/db";
import type { Role } from "@/db/enums";
import { staff, staffRoles, staffSessions } from "@/db/schema/index";
import type { StaffActor } from "@/lib/core/context";
import { hours, minutes } from "@/lib/core/time";

export const SESSION_IDLE_MS = minutes(30);
export const SESSION_ABSOLUTE_MS = hours(12);

/** A page in use writes `seen_at` at most this often. */
const SEEN_EVERY_MS = minutes(1);

const rolesOf = sql<{ role: Role; sectionId: number | null }[]>`coalesce((
  select json_agg(json_build_object('role', r.role, 'sectionId', r.section_id) order by r.id)
  from ${staffRoles} r where r.staff_id = ${staff.id}), '[]'::json)`;

const alive = (now: Date) =>
  and(
    isNull(staffSessions.endedAt),
    isNull(staff.disabledAt),
    gt(staffSessions.expiresAt, now),
    gt(staffSessions.seenAt, new Date(now.getTime() - SESSION_IDLE_MS)),
  );

const columns = {
  sessionId: staffSessions.id,
  seenAt: staffSessions.seenAt,
  staffId: staff.id,
  name: staff.name,
  email: staff.email,
  roles: rolesOf,
};

type Row = {
  sessionId: string;
  seenAt: Date;
  staffId: number;
  name: string;
  email: string;
  roles: StaffActor["roles"];
};
const toActor = ({ seenAt: _, ...row }: Row): StaffActor => ({ kind: "staff", ...row });

/**
 * The person behind a session token's hash, as the database has them now: ended, idle or expired sessions and disabled
 * people answer null. `touch` is for requests a person makes; polling and SSE must not keep a session awake.
 */
export async function findActor(
  db: DbOrTx,
  tokenHash: string,
  now: Date,
  touch: boolean,
): Promise<StaffActor | null> {
  const [row] = await db
    .select(columns)
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(and(eq(staffSessions.tokenHash, tokenHash), alive(now)));
  if (!row) return null;
  if (touch && now.getTime() - row.seenAt.getTime() > SEEN_EVERY_MS) {
    await db
      .update(staffSessions)
      .set({ seenAt: now })
      .where(and(eq(staffSessions.id, row.sessionId), isNull(staffSessions.endedAt)));
  }
  return toActor(row);
}

/**
 * For whatever stays open (SSE): which of these sessions still hold, with the roles of now, in one query. Ask at least
 * every 5 s and close what is missing from the answer.
 */
export async function listLiveActors(
  db: DbOrTx,
  sessionIds: readonly string[],
  now: Date,
): Promise<Map<string, StaffActor>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .select(columns)
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(and(inArray(staffSessions.id, [...sessionIds]), alive(now)));
  return new Map(rows.map((row) => [row.sessionId, toActor(row)]));
}

/** The same for one. */
export const sessionStillValid = async (db: DbOrTx, sessionId: string, now: Date): Promise<boolean> =>
  (await listLiveActors(db, [sessionId], now)).size > 0;
