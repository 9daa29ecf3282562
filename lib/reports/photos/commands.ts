import { and, eq, notInArray } from "drizzle-orm";
import { reportEntries, reportPhotos, reports } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { Submission } from "@/lib/conversations/talk";
import { type Ctx, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { lockReport, wasDone } from "../casework/queries";
import type { Changed } from "../commands";
import { REFUSALS } from "../messages";
import type { HidePhotoInput } from "../schema";

/**
 * Makes exactly the submitted photos of the conversation belong to the report, in their order. Returns how many there
 * are to see, and whether that differs from before.
 */
export async function linkPhotos(
  ctx: Ctx,
  input: { reportId: string; conversationId: string; photos: Submission["photos"] },
): Promise<{ count: number; changed: boolean }> {
  const messageIds = input.photos.map((p) => p.messageId);
  const ofConversation = eq(reportPhotos.conversationId, input.conversationId);
  const dropped = await ctx.db
    .update(reportPhotos)
    .set({ reportId: null })
    .where(
      and(
        ofConversation,
        eq(reportPhotos.reportId, input.reportId),
        messageIds.length > 0 ? notInArray(reportPhotos.lineMessageId, messageIds) : undefined,
      ),
    )
    .returning({ id: reportPhotos.id });
  const linked = new Set<string>();
  const before = await ctx.db
    .select({ messageId: reportPhotos.lineMessageId })
    .from(reportPhotos)
    .where(and(ofConversation, eq(reportPhotos.reportId, input.reportId)));
  for (const row of before) if (row.messageId) linked.add(row.messageId);
  for (const [position, photo] of input.photos.entries()) {
    await ctx.db
      .update(reportPhotos)
      .set({ reportId: input.reportId, label: photo.label, position })
      .where(and(ofConversation, eq(reportPhotos.lineMessageId, photo.messageId)));
  }
  const rows = await ctx.db
    .select({ messageId: reportPhotos.lineMessageId, hidden: reportPhotos.hidden })
    .from(reportPhotos)
    .where(eq(reportPhotos.reportId, input.reportId));
  const added = rows.some((row) => row.messageId !== null && !linked.has(row.messageId));
  return { count: rows.filter((row) => !row.hidden).length, changed: dropped.length > 0 || added };
}

/** Staff take a photo out of sight (a face, a number plate). The file stays until its retention ends. */
export async function hidePhoto(ctx: Ctx, input: HidePhotoInput): Promise<Result<Changed, "photo-gone">> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const report = await lockReport(inner, { number: input.number, permission: "photo.hide" });
    const answer = { number: report.number, revision: report.revision, sectionIds: [report.sectionId] };
    if (await wasDone(inner, input)) return ok(answer);
    const hidden = await tx
      .update(reportPhotos)
      .set({ hidden: true })
      .where(
        and(
          eq(reportPhotos.id, input.photoId),
          eq(reportPhotos.reportId, report.id),
          eq(reportPhotos.hidden, false),
        ),
      )
      .returning({ id: reportPhotos.id });
    if (hidden.length === 0) return refused("photo-gone", REFUSALS["photo-gone"]);
    await tx
      .update(reports)
      .set({ photoCount: Math.max(0, report.photoCount - 1), updatedAt: ctx.now })
      .where(eq(reports.id, report.id));
    await tx.insert(reportEntries).values({
      reportId: report.id,
      at: ctx.now,
      kind: "photo",
      visibility: "internal",
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
      body: input.reason,
      requestKey: input.requestKey,
    });
    await recordAudit(inner, {
      action: "photo.hide",
      subjectKind: "photo",
      subjectId: input.photoId,
      fields: ["hidden"],
    });
    return ok(answer);
  });
}
