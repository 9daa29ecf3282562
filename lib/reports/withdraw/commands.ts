import { and, desc, eq, inArray } from "drizzle-orm";
import { reportEntries, reports } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { Ctx } from "@/lib/core/context";
import { SYSTEM_NOTES } from "../messages";

type ReportRecord = typeof reports.$inferSelect;
type Entry = typeof reportEntries.$inferSelect;

/** The newest word of the system on whether the resident sent this at all; null when that was never in doubt. */
async function lastDoubt(ctx: Ctx, reportId: string): Promise<Entry | null> {
  const [row] = await ctx.db
    .select()
    .from(reportEntries)
    .where(
      and(
        eq(reportEntries.reportId, reportId),
        eq(reportEntries.actorKind, "system"),
        inArray(reportEntries.body, Object.values(SYSTEM_NOTES)),
      ),
    )
    .orderBy(desc(reportEntries.id))
    .limit(1);
  return row ?? null;
}

async function setDoubt(
  ctx: Ctx,
  input: { report: ReportRecord; body: string; to: "not_needed" | "received" | null },
): Promise<void> {
  const { report, to } = input;
  await ctx.db.insert(reportEntries).values({
    reportId: report.id,
    at: ctx.now,
    kind: to ? "status" : "note",
    visibility: "internal",
    actorKind: "system",
    ...(to ? { fromStatus: report.status, toStatus: to } : {}),
    body: input.body,
  });
  await ctx.db
    .update(reports)
    .set({
      ...(to ? { status: to, statusAt: ctx.now } : {}),
      revision: report.revision + 1,
      updatedAt: ctx.now,
    })
    .where(eq(reports.id, report.id));
}

/**
 * A late event showed that the resident had stopped before sending: a case nobody works yet is closed, one in work
 * gets a note for those who work it. Safe to do twice. Null when nothing was filed.
 */
export async function withdrawReport(
  ctx: Ctx,
  input: { conversationId: string },
): Promise<{ reportId: string; number: string } | null> {
  const [report] = await ctx.db
    .select()
    .from(reports)
    .where(eq(reports.sourceKey, input.conversationId))
    .for("update");
  if (!report) return null;
  const doubt = await lastDoubt(ctx, report.id);
  if (doubt?.body === SYSTEM_NOTES.withdrawn) return { reportId: report.id, number: report.number };
  const to = report.status === "received" ? "not_needed" : null;
  await setDoubt(ctx, { report, body: SYSTEM_NOTES.withdrawn, to });
  await recordAudit(ctx, {
    action: "report.withdraw",
    subjectKind: "report",
    subjectId: report.id,
    fields: to ? ["status"] : [],
  });
  return { reportId: report.id, number: report.number };
}

/** A still later event showed that it was sent after all. Returns whether anything changed. */
export async function restoreWithdrawn(ctx: Ctx, input: { report: ReportRecord }): Promise<boolean> {
  const { report } = input;
  const doubt = await lastDoubt(ctx, report.id);
  if (doubt?.body !== SYSTEM_NOTES.withdrawn) return false;
  // Only a closing by the withdrawal itself is undone; what staff decided since then stands.
  const closedByIt = doubt.kind === "status" && report.status === "not_needed";
  await setDoubt(ctx, { report, body: SYSTEM_NOTES.restored, to: closedByIt ? "received" : null });
  await recordAudit(ctx, {
    action: "report.restore",
    subjectKind: "report",
    subjectId: report.id,
    fields: closedByIt ? ["status"] : [],
  });
  return true;
}
