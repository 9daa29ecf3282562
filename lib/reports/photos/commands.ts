import { and, eq, notInArray } from "drizzle-orm";
import { reportPhotos } from "@/db/schema";
import type { Submission } from "@/lib/conversations/talk";
import type { Ctx } from "@/lib/core/context";

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
