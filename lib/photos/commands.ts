import { and, eq, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { friends, reportPhotos, reports } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { idFrom } from "@/lib/core/id";
import { enqueuePush } from "@/lib/outbox/commands";
import { refusalMessage } from "./messages";
import type { PhotoRefusal } from "./verdict";

export type PhotoRow = typeof reportPhotos.$inferSelect;

/** Remembers that a photo is to be fetched from LINE. The same message counts once, however often it is asked for. */
export async function requestPhoto(
  ctx: Ctx,
  input: { conversationId: string; messageId: string; label: string | null; position: number },
): Promise<void> {
  await ctx.db
    .insert(reportPhotos)
    .values({
      id: idFrom(`photo:${input.messageId}`),
      conversationId: input.conversationId,
      lineMessageId: input.messageId,
      label: input.label,
      position: input.position,
    })
    .onConflictDoNothing();
}

/** Takes photos that are due, for one worker. */
export async function claimPhotos(
  ctx: Ctx,
  input: { owner: string; leaseMs: number; limit: number },
): Promise<PhotoRow[]> {
  const due = ctx.db
    .select({ id: reportPhotos.id })
    .from(reportPhotos)
    .where(
      and(
        eq(reportPhotos.state, "waiting"),
        lte(reportPhotos.nextAttemptAt, sql`now()`),
        or(isNull(reportPhotos.leaseUntil), lte(reportPhotos.leaseUntil, sql`now()`)),
      ),
    )
    .orderBy(reportPhotos.nextAttemptAt)
    .limit(input.limit)
    .for("update", { skipLocked: true });
  return ctx.db
    .update(reportPhotos)
    .set({
      attempts: sql`${reportPhotos.attempts} + 1`,
      leaseOwner: input.owner,
      leaseUntil: sql`now() + make_interval(secs => ${input.leaseMs / 1000})`,
    })
    .where(inArray(reportPhotos.id, due))
    .returning();
}

export type PhotoSettlement =
  | {
      state: "ready";
      fullKey: string;
      thumbKey: string;
      width: number;
      height: number;
      bytes: number;
      contentHash: string;
    }
  | { state: "refused"; reason: PhotoRefusal }
  | { state: "failed"; reason: string }
  | { state: "deleted"; reason: string }
  | { state: "waiting"; reason: string; afterMs: number };

/**
 * Writes down what came of one fetch; fenced by the lease. A refused photo tells the resident, in the same
 * transaction. Returns the report it belongs to, if it was submitted already, or null.
 */
export async function settlePhoto(
  ctx: Ctx,
  input: { photo: PhotoRow; owner: string; result: PhotoSettlement },
): Promise<{ settled: boolean; reportId: string | null }> {
  const { result } = input;
  return ctx.db.transaction(async (tx) => {
    const change =
      result.state === "ready"
        ? { ...result, fetchedAt: ctx.now, reason: null }
        : result.state === "waiting"
          ? {
              reason: result.reason,
              nextAttemptAt: sql`now() + make_interval(secs => ${result.afterMs / 1000})`,
            }
          : result;
    const [row] = await tx
      .update(reportPhotos)
      .set({ ...change, leaseOwner: null, leaseUntil: null })
      .where(
        and(
          eq(reportPhotos.id, input.photo.id),
          eq(reportPhotos.leaseOwner, input.owner),
          eq(reportPhotos.state, "waiting"),
        ),
      )
      .returning({ reportId: reportPhotos.reportId });
    if (!row) return { settled: false, reportId: null };
    if (row.reportId)
      await tx.update(reports).set({ updatedAt: ctx.now }).where(eq(reports.id, row.reportId));
    if (result.state === "refused")
      await tellResident({ ...ctx, db: tx }, input.photo, result.reason, row.reportId);
    return { settled: true, reportId: row.reportId };
  });
}

async function tellResident(
  ctx: Ctx,
  photo: PhotoRow,
  reason: PhotoRefusal,
  reportId: string | null,
): Promise<void> {
  if (!photo.conversationId) return;
  const [friend] = await ctx.db
    .select({ id: friends.id, lineUserId: friends.lineUserId })
    .from(friends)
    .where(
      sql`${friends.id} = (select friend_id from conversations where id = ${photo.conversationId}) and ${friends.state} <> 'blocked'`,
    );
  if (!friend) return;
  await enqueuePush(ctx, {
    dedupeKey: `photo-refused:${photo.id}`,
    friendId: friend.id,
    lineUserId: friend.lineUserId,
    reportId,
    messages: [refusalMessage(reason)],
  });
}

/** Gives up the photos of a talk that filed nothing, or one photo its sender took back. Returns the stored keys to remove. */
export async function discardPhotos(
  ctx: Ctx,
  input: { conversationId: string } | { messageId: string },
): Promise<{ keys: string[]; reportIds: string[] }> {
  const which =
    "messageId" in input
      ? eq(reportPhotos.lineMessageId, input.messageId)
      : and(eq(reportPhotos.conversationId, input.conversationId), isNull(reportPhotos.reportId));
  const before = await ctx.db
    .select({
      id: reportPhotos.id,
      fullKey: reportPhotos.fullKey,
      thumbKey: reportPhotos.thumbKey,
      reportId: reportPhotos.reportId,
    })
    .from(reportPhotos)
    .where(and(which, ne(reportPhotos.state, "deleted")))
    .for("update");
  if (before.length > 0) {
    await ctx.db
      .update(reportPhotos)
      .set({
        state: "deleted",
        hidden: true,
        fullKey: null,
        thumbKey: null,
        reason: "messageId" in input ? "unsent" : "not-filed",
      })
      .where(
        inArray(
          reportPhotos.id,
          before.map((p) => p.id),
        ),
      );
  }
  return {
    keys: before.flatMap((p) => [p.fullKey, p.thumbKey]).filter((k) => k !== null),
    reportIds: before.map((p) => p.reportId).filter((id) => id !== null),
  };
}
