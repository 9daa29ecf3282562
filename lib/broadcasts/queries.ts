import { and, desc, eq, isNull } from "drizzle-orm";
import { broadcasts, broadcastVersions, staff, staffRoles } from "@/db/schema";
import { can, type Permission } from "@/lib/auth/permission";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { frozenRuleSchema, type Rule } from "@/lib/segments/rule";
import { contentSchema } from "./content";
import { scheduleSchema } from "./schedule";
import type { Person, Standing } from "./status";

type Row = typeof broadcasts.$inferSelect;
export type BroadcastRecord = Omit<Row, "content" | "rule" | "schedule"> & Draft;
type Draft = {
  content: ReturnType<typeof contentSchema.parse>;
  rule: Rule;
} & {
  schedule: ReturnType<typeof scheduleSchema.parse>;
};

const readDraft = (row: { content: unknown; rule: unknown; schedule: unknown }): Draft => ({
  content: contentSchema.parse(row.content),
  rule: frozenRuleSchema.parse(row.rule),
  schedule: scheduleSchema.parse(row.schedule),
});
const readRow = (row: Row): BroadcastRecord => ({ ...row, ...readDraft(row) });

const standingOf = (row: Row): Standing => ({
  state: row.state,
  kind: row.kind,
  writerIds: [...new Set([row.authorId, ...row.writerIds])],
  approvalOwed: row.approvalOwed,
  reached: row.firstAcceptedAt !== null,
  inSeries: row.seriesId !== null,
});

type Holder = Pick<StaffActor, "staffId" | "roles">;

export const personOn = (holder: Holder, sectionId: number | null): Person => {
  const may = (permission: Permission) => can(holder, permission, { sectionId }).ok;
  return {
    staffId: holder.staffId,
    mayWrite: may("broadcast.write"),
    mayApprove: may("broadcast.approve"),
    mayEmergency: may("broadcast.emergency"),
  };
};

/**
 * The person as the database has them at this moment, held so until the transaction ends: a role taken away while they
 * clicked is gone, and one that is about to be taken away waits for this decision.
 */
async function holdPerson(ctx: Ctx<StaffActor>): Promise<Holder> {
  const { staffId } = ctx.actor;
  const [alive] = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)))
    .for("share");
  const roles = await ctx.db
    .select({ role: staffRoles.role, sectionId: staffRoles.sectionId })
    .from(staffRoles)
    .where(eq(staffRoles.staffId, staffId))
    .for("share");
  return { staffId, roles: alive ? roles : [] };
}

export type Locked = { row: BroadcastRecord; standing: Standing; who: Person };

/**
 * The broadcast for a change, its row locked, and what the person may do with it by now. One that they may not see does
 * not exist for them.
 */
export async function lockBroadcast(ctx: Ctx<StaffActor>, args: { id: string }): Promise<Locked> {
  const [row] = await ctx.db.select().from(broadcasts).where(eq(broadcasts.id, args.id)).for("update");
  const holder = await holdPerson(ctx);
  if (!row || !can(holder, "broadcast.view", { sectionId: row.sectionId }).ok)
    throw new AppError("not-found", "broadcast");
  return { row: readRow(row), standing: standingOf(row), who: personOn(holder, row.sectionId) };
}

/** The same for reading; not locked. */
export async function getBroadcast(ctx: Ctx<StaffActor>, args: { id: string }): Promise<Locked> {
  const [row] = await ctx.db.select().from(broadcasts).where(eq(broadcasts.id, args.id));
  if (!row || !can(ctx.actor, "broadcast.view", { sectionId: row.sectionId }).ok)
    throw new AppError("not-found", "broadcast");
  return { row: readRow(row), standing: standingOf(row), who: personOn(ctx.actor, row.sectionId) };
}

type VersionRow = typeof broadcastVersions.$inferSelect;
export type BroadcastVersion = Omit<VersionRow, "content" | "rule" | "schedule"> & Draft;

/** What was asked for approval, word for word; the newest first. */
export async function listVersions(ctx: Ctx, args: { id: string }): Promise<BroadcastVersion[]> {
  const rows = await ctx.db
    .select()
    .from(broadcastVersions)
    .where(eq(broadcastVersions.broadcastId, args.id))
    .orderBy(desc(broadcastVersions.version));
  return rows.map((row) => ({ ...row, ...readDraft(row) }));
}

/** The frozen version a broadcast is decided, sent and corrected by; throws when there is none. */
export async function getVersion(ctx: Ctx, args: { id: string; version: number }): Promise<BroadcastVersion> {
  const [row] = await ctx.db
    .select()
    .from(broadcastVersions)
    .where(and(eq(broadcastVersions.broadcastId, args.id), eq(broadcastVersions.version, args.version)));
  if (!row) throw new AppError("not-found", "version");
  return { ...row, ...readDraft(row) };
}
