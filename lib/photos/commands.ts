import { and, eq, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { friends, reportPhotos, reports } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { idFrom } from "@/lib/core/id";
import { hours } from "@/lib/core/time";
import { writtenLanguageColumn } from "@/lib/friends/sql";
import { enqueuePush } from "@/lib/outbox/commands";
import { dropRemovals, removeFiles } from "@/lib/storage/commands";
import { refusalMessage } from "./messages";
import type { PhotoRefusal } from "./verdict";

export type PhotoRow = typeof reportPhotos.$inferSelect;

/**
 * Remembers that a photo is to be fetched from LINE. The same message counts once, however often it is asked for. A
 * replay may find that it belongs to another conversation, or was not given up after all: then it does, and is fetched
 * anew.
 */
export async function requestPhoto(
  ctx: Ctx,
  input: { conversationId: string; messageId: string; label: string | null; position: number },
): Promise<void> {
  const { conversationId, label, position } = input;
  const moves = sql`${reportPhotos.conversationId} is distinct from ${conversationId}`;
  const revives = sql`${reportPhotos.state} = 'deleted'`;
  await ctx.db
    .insert(reportPhotos)
    .values({
      id: idFrom(`photo:${input.messageId}`),
      conversationId,
      lineMessageId: input.messageId,
      label,
      position,
    })
    .onConflictDoUpdate({
      target: reportPhotos.id,
      setWhere: or(moves, revives),
      set: {
        conversationId,
        label,
        position,
        reportId: sql`case when ${moves} then null else ${reportPhotos.reportId} end`,
        state: sql`case when ${revives} then 'waiting' else ${reportPhotos.state} end`,
        reason: sql`case when ${revives} then null else ${reportPhotos.reason} end`,
        attempts: sql`case when ${revives} then 0 else ${reportPhotos.attempts} end`,
        hidden: sql`${reportPhotos.hidden} and not ${revives}`,
        nextAttemptAt: sql`case when ${revives} then now() else ${reportPhotos.nextAttemptAt} end`,
      },
    });
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

/** Photos whose fetching takes longer than a lease stay this worker's. */
export async function extendPhotos(
  ctx: Ctx,
  input: { owner: string; leaseMs: number; ids: string[] },
): Promise<void> {
  if (input.ids.length === 0) return;
  await ctx.db
    .update(reportPhotos)
    .set({ leaseUntil: sql`now() + make_interval(secs => ${input.leaseMs / 1000})` })
    .where(
      and(
        inArray(reportPhotos.id, input.ids),
        eq(reportPhotos.leaseOwner, input.owner),
        eq(reportPhotos.state, "waiting"),
      ),
    );
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
    if (result.state === "ready")
      await dropRemovals({ ...ctx, db: tx }, { keys: [result.fullKey, result.thumbKey] });
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
    .select({ id: friends.id, lineUserId: friends.lineUserId, language: writtenLanguageColumn })
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
    messages: [refusalMessage(reason, friend.language)],
  });
}

/**
 * Gives up the photos of a talk that filed nothing, or one photo its sender took back: their files go. Answers the
 * reports that look different now.
 */
export async function discardPhotos(
  ctx: Ctx,
  input: { conversationId: string } | { messageId: string },
): Promise<string[]> {
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
  await removeFiles(ctx, {
    keys: before.flatMap((p) => [p.fullKey, p.thumbKey]).filter((key) => key !== null),
  });
  return before.map((p) => p.reportId).filter((id) => id !== null);
}

/** A late event may still bring a photo back to its report for this long. */
const STRAY_AFTER_MS = hours(25);

/**
 * Gives up photos that belong to no report and no open talk: beyond the most a step takes, or of a talk that a late
 * event put an end to.
 */
export async function discardStrayPhotos(ctx: Ctx): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const strays = await tx
      .select({ conversationId: reportPhotos.conversationId })
      .from(reportPhotos)
      .where(
        and(
          isNull(reportPhotos.reportId),
          ne(reportPhotos.state, "deleted"),
          lt(reportPhotos.createdAt, new Date(ctx.now.getTime() - STRAY_AFTER_MS)),
          sql`not exists (select 1 from conversations c where c.id = ${reportPhotos.conversationId} and c.state = 'open')`,
        ),
      )
      .limit(200);
    for (const { conversationId } of strays)
      if (conversationId !== null) await discardPhotos({ ...ctx, db: tx }, { conversationId });
  });
}
