import { and, eq, gt, sql } from "drizzle-orm";
import { auditEntries } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, within } from "@/lib/core/context";
import { minutes } from "@/lib/core/time";

/** Looking at a case again within this time, its photos included, belongs to the same opening. */
const OPENING_MS = minutes(30);

/** One audit entry for each opening of a case by a person; reloads and thumbnails add none. */
export async function recordOpening(ctx: Ctx, input: { reportId: string }): Promise<void> {
  if (ctx.actor.kind !== "staff") return;
  const { staffId } = ctx.actor;
  const recent = and(
    eq(auditEntries.subjectKind, "report"),
    eq(auditEntries.subjectId, input.reportId),
    eq(auditEntries.action, "report.view"),
    eq(auditEntries.actorId, staffId),
    gt(auditEntries.at, new Date(ctx.now.getTime() - OPENING_MS)),
  );
  const seen = (db: Ctx["db"]) =>
    db.select({ id: auditEntries.id }).from(auditEntries).where(recent).limit(1);
  if ((await seen(ctx.db)).length > 0) return;
  await ctx.db.transaction(async (tx) => {
    // A page and its six photos ask at once: one of them writes.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${staffId}:${input.reportId}`}, 1))`,
    );
    if ((await seen(tx)).length > 0) return;
    await recordAudit(within(ctx, tx), {
      action: "report.view",
      subjectKind: "report",
      subjectId: input.reportId,
    });
  });
}
