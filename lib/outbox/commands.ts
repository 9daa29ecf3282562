import { and, eq, inArray, lte, ne, or, sql } from "drizzle-orm";
import { outbox } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { assertCan } from "@/lib/auth/permission";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { ok, type Result, refused } from "@/lib/core/result";
import { RESEND_MESSAGES } from "./messages";
import type { Decision } from "./outcome";
import { canResend } from "./resend";

export type OutboxRow = typeof outbox.$inferSelect;
/** Whom a row is for: somebody in LINE, or an address of mail. */
export type OutboxSide = "resident" | "mailbox";

/** LINE takes 1 to 5 messages a call. */
type Messages = readonly unknown[];

type Cause = { dedupeKey: string; reportId?: string | null };

/**
 * A reply the caller sends itself at once: it is written as being attempted, in the transaction of its cause, so that a
 * crash between commit and call is seen. Null when the same cause already has one.
 */
export async function enqueueReply(
  ctx: Ctx,
  input: Cause & {
    friendId: number;
    lineUserId: string;
    replyToken: string;
    tokenReceivedAt: Date;
    messages: Messages;
    owner: string;
    leaseMs: number;
  },
): Promise<OutboxRow | null> {
  const [row] = await ctx.db
    .insert(outbox)
    .values({
      id: newId(),
      kind: "reply",
      dedupeKey: input.dedupeKey,
      friendId: input.friendId,
      lineUserId: input.lineUserId,
      reportId: input.reportId ?? null,
      payload: JSON.stringify(input.messages),
      replyToken: input.replyToken,
      tokenReceivedAt: input.tokenReceivedAt,
      state: "attempting",
      attempts: 1,
      firstAttemptAt: ctx.now,
      leaseOwner: input.owner,
      leaseUntil: sql`now() + make_interval(secs => ${input.leaseMs / 1000})`,
    })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
}

/** A message to one resident, sent by the worker. Its retry key is fixed here. Returns the outbox id; null when the cause already has one. */
export async function enqueuePush(
  ctx: Ctx,
  input: Cause & { friendId: number; lineUserId: string; messages: Messages; notBefore?: Date },
): Promise<string | null> {
  const [row] = await ctx.db
    .insert(outbox)
    .values({
      id: newId(),
      kind: "push",
      dedupeKey: input.dedupeKey,
      friendId: input.friendId,
      lineUserId: input.lineUserId,
      reportId: input.reportId ?? null,
      payload: JSON.stringify(input.messages),
      retryKey: newId(),
      ...(input.notBefore ? { nextAttemptAt: input.notBefore } : {}),
    })
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  return row?.id ?? null;
}

export type Notice = {
  dedupeKey: string;
  friendId: number;
  lineUserId: string;
  messages: Messages;
  sendBefore: Date;
};

/**
 * Very many small messages that are due at the same minute: everything else is sent before them, and each is dropped
 * once its time is over. Answers how many were new.
 */
export async function enqueueNotices(ctx: Ctx, notices: readonly Notice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const rows = await ctx.db
    .insert(outbox)
    .values(
      notices.map(({ messages, ...notice }) => ({
        ...notice,
        id: newId(),
        kind: "push" as const,
        payload: JSON.stringify(messages),
        retryKey: newId(),
        priority: 1,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  return rows.length;
}

/** A mail to one address, with a delivery state of its own. `payload`: lib/notifications/mail.ts. */
export async function enqueueMail(
  ctx: Ctx,
  input: Cause & { mailTo: string; payload: unknown; notBefore?: Date },
): Promise<string | null> {
  const [row] = await ctx.db
    .insert(outbox)
    .values({
      id: newId(),
      kind: "mail",
      dedupeKey: input.dedupeKey,
      mailTo: input.mailTo,
      reportId: input.reportId ?? null,
      payload: JSON.stringify(input.payload),
      ...(input.notBefore ? { nextAttemptAt: input.notBefore } : {}),
    })
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  return row?.id ?? null;
}

/**
 * Takes due messages for one worker. A row still `attempting` past its lease belongs to a worker that died in mid-call:
 * nobody knows whether its message arrived.
 */
export async function claimOutbox(
  ctx: Ctx,
  input: { owner: string; leaseMs: number; limit: number; to: OutboxSide },
): Promise<OutboxRow[]> {
  const due = ctx.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        input.to === "mailbox" ? eq(outbox.kind, "mail") : ne(outbox.kind, "mail"),
        lte(outbox.nextAttemptAt, sql`now()`),
        or(
          eq(outbox.state, "pending"),
          and(eq(outbox.state, "attempting"), lte(outbox.leaseUntil, sql`now()`)),
        ),
      ),
    )
    .orderBy(outbox.priority, outbox.nextAttemptAt, outbox.createdAt)
    .limit(input.limit)
    .for("update", { skipLocked: true });
  return ctx.db
    .update(outbox)
    .set({
      mayHaveArrived: sql`${outbox.mayHaveArrived} or ${outbox.state} = 'attempting'`,
      state: "attempting",
      attempts: sql`${outbox.attempts} + 1`,
      firstAttemptAt: sql`coalesce(${outbox.firstAttemptAt}, now())`,
      leaseOwner: input.owner,
      leaseUntil: sql`now() + make_interval(secs => ${input.leaseMs / 1000})`,
    })
    .where(inArray(outbox.id, due))
    .returning();
}

/** Rows whose attempt takes longer than a lease stay this worker's, or another one would send them too. */
export async function extendOutbox(
  ctx: Ctx,
  input: { owner: string; leaseMs: number; ids: string[] },
): Promise<void> {
  if (input.ids.length === 0) return;
  await ctx.db
    .update(outbox)
    .set({ leaseUntil: sql`now() + make_interval(secs => ${input.leaseMs / 1000})` })
    .where(
      and(inArray(outbox.id, input.ids), eq(outbox.leaseOwner, input.owner), eq(outbox.state, "attempting")),
    );
}

/** In place of messages that will never be sent from here again. */
const FORGOTTEN = "[]";

/**
 * Writes down what came of an attempt. Fenced: a worker that lost its lease meanwhile changes nothing and gets false.
 * A message to a resident repeats what they said: its words go once it is over, or they would outlive an unsend.
 */
export async function settleOutbox(
  ctx: Ctx,
  input: {
    row: OutboxRow;
    owner: string;
    decision: Decision;
    httpStatus: number | null;
    requestId: string | null;
  },
): Promise<boolean> {
  const { row, decision } = input;
  const common = {
    httpStatus: input.httpStatus,
    lineRequestId: input.requestId,
    leaseOwner: null,
    leaseUntil: null,
    lastError: decision.next === "sent" ? null : decision.error,
    ...(row.kind !== "mail" && decision.next !== "retry" ? { payload: FORGOTTEN } : {}),
  };
  const change =
    decision.next === "sent"
      ? { state: "sent" as const, sentAt: sql`now()` }
      : decision.next === "retry"
        ? {
            state: "pending" as const,
            nextAttemptAt: sql`now() + make_interval(secs => ${decision.afterMs / 1000})`,
            mayHaveArrived: sql`${outbox.mayHaveArrived} or ${decision.mayHaveArrived}`,
          }
        : { state: decision.next === "push" ? ("cancelled" as const) : decision.next };
  return ctx.db.transaction(async (tx) => {
    const settled = await tx
      .update(outbox)
      .set({ ...common, ...change })
      .where(
        and(eq(outbox.id, row.id), eq(outbox.leaseOwner, input.owner), eq(outbox.attempts, row.attempts)),
      )
      .returning({ id: outbox.id });
    if (settled.length === 0) return false;
    if (decision.next === "push" && row.friendId !== null && row.lineUserId !== null) {
      await enqueuePush(
        { ...ctx, db: tx },
        {
          dedupeKey: `${row.dedupeKey}:push`,
          friendId: row.friendId,
          lineUserId: row.lineUserId,
          reportId: row.reportId,
          messages: JSON.parse(row.payload) as unknown[],
        },
      );
    }
    return true;
  });
}

const no = <R extends keyof typeof RESEND_MESSAGES>(reason: R) => refused(reason, RESEND_MESSAGES[reason]);

/** A failed mail goes out again, with its whole time to try, when a person asks for it. */
export async function resendMail(
  ctx: Ctx<StaffActor>,
  input: { id: string },
): Promise<Result<{ id: string }, keyof typeof RESEND_MESSAGES>> {
  assertCan(ctx.actor, "inbox.retry");
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(outbox).where(eq(outbox.id, input.id)).for("update");
    if (!row) return no("not-failed");
    const verdict = canResend({ kind: row.kind, state: row.state, error: row.lastError });
    if (!verdict.ok) return no(verdict.reason);
    await tx
      .update(outbox)
      .set({
        state: "pending",
        attempts: 0,
        firstAttemptAt: null,
        nextAttemptAt: sql`now()`,
        lastError: null,
      })
      .where(eq(outbox.id, row.id));
    await recordAudit(within(ctx, tx), {
      action: "mail.resend",
      subjectKind: "outbox",
      subjectId: row.id,
      fields: ["state", "attempts"],
    });
    return ok({ id: row.id });
  });
}
