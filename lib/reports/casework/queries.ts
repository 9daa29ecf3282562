import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Role } from "@/db/enums";
import { friends, reportEntries, reports, staff, staffRoles } from "@/db/schema";
import { type Permission, reachOf } from "@/lib/auth/permission";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type Result, refused } from "@/lib/core/result";
import { writtenLanguageColumn } from "@/lib/friends/sql";
import { conflictMessage } from "../messages";
import { inScope, mayOn, reportScope } from "../scope";
import type { Worker } from "../view";

export type ReportRecord = typeof reports.$inferSelect;

/**
 * The report, locked until the transaction ends. Throws `not-found` when the person may not see it (its number must
 * tell them nothing) and `forbidden` when they may see but not do this.
 */
export async function lockReport(
  ctx: Ctx,
  args: { number: string; permission: Permission },
): Promise<ReportRecord> {
  const [report] = await ctx.db.select().from(reports).where(eq(reports.number, args.number)).for("update");
  if (!report || !inScope(reportScope(ctx.actor), report.sectionId)) {
    throw new AppError("not-found", "report");
  }
  if (!mayOn(ctx.actor, args.permission, report.sectionId)) {
    throw new AppError("forbidden", args.permission);
  }
  return report;
}

/** Was this very request carried out before? Ask while the report is locked. */
export async function wasDone(ctx: Ctx, args: { requestKey: string }): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: reportEntries.id })
    .from(reportEntries)
    .where(eq(reportEntries.requestKey, args.requestKey));
  return rows.length > 0;
}

/** These reports and all that they repeat, up the chain. */
export async function findOriginals(ctx: Ctx, args: { ids: string[] }): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    with recursive above (id, above_id) as (
      select id, duplicate_of_id from reports where ${inArray(sql`id`, args.ids)}
      union
      select r.id, r.duplicate_of_id from reports r join above on r.id = above.above_id
    ) select id from above`);
  return rows.map((row) => row.id);
}

/** Null when the report still is as the person saw it; else a refusal that says who did what meanwhile. */
export async function findConflict(
  ctx: Ctx,
  args: { report: ReportRecord; revision: number },
): Promise<Extract<Result<never, "conflict">, { ok: false }> | null> {
  if (args.report.revision === args.revision) return null;
  const [last] = await ctx.db
    .select({
      kind: reportEntries.kind,
      at: reportEntries.at,
      toStatus: reportEntries.toStatus,
      by: reportEntries.actorKind,
      who: staff.name,
    })
    .from(reportEntries)
    .leftJoin(staff, eq(staff.id, reportEntries.actorId))
    .where(
      and(
        eq(reportEntries.reportId, args.report.id),
        inArray(reportEntries.kind, ["status", "assigned", "placed", "priority", "amended"]),
      ),
    )
    .orderBy(desc(reportEntries.id))
    .limit(1);
  return refused("conflict", conflictMessage(last ?? null));
}

/** Where a message about this report would go; null when the resident cannot be reached in LINE. */
export async function findRecipient(
  ctx: Ctx,
  args: { report: Pick<ReportRecord, "friendId"> },
): Promise<{ friendId: number; lineUserId: string; language: string | null } | null> {
  if (args.report.friendId === null) return null;
  const [friend] = await ctx.db
    .select({
      friendId: friends.id,
      lineUserId: friends.lineUserId,
      language: writtenLanguageColumn,
      state: friends.state,
    })
    .from(friends)
    .where(eq(friends.id, args.report.friendId));
  if (!friend || friend.state === "blocked") return null;
  return { friendId: friend.friendId, lineUserId: friend.lineUserId, language: friend.language };
}

/** Everybody who can be given a case, by name, with the sections they may work for. */
export async function listWorkers(ctx: Ctx): Promise<Worker[]> {
  const rows = await ctx.db
    .select({ id: staff.id, name: staff.name, role: staffRoles.role, sectionId: staffRoles.sectionId })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(isNull(staff.disabledAt))
    .orderBy(staff.name, staff.id);
  const people = new Map<number, { name: string; roles: { role: Role; sectionId: number | null }[] }>();
  for (const row of rows) {
    const person = people.get(row.id) ?? { name: row.name, roles: [] };
    person.roles.push({ role: row.role, sectionId: row.sectionId });
    people.set(row.id, person);
  }
  return [...people]
    .map(([id, { name, roles }]) => ({ id, name, sections: reachOf({ roles }, "report.change-status") }))
    .filter(({ sections }) => sections === "all" || sections.length > 0);
}
