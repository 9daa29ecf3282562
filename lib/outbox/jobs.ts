import type { Ctx } from "@/lib/core/context";
import { whileLeased } from "@/lib/core/lease";
import { log, shortId } from "@/lib/core/log";
import type { LineGateway, LineOutcome } from "@/lib/line/gateway";
import { claimOutbox, extendOutbox, type OutboxRow, type OutboxSide, settleOutbox } from "./commands";
import { type Decision, decideMail, decidePush, decideReply, type MailOutcome } from "./outcome";

export type OutboxGateways = {
  line: LineGateway;
  /** Sends one mail; answers with an outcome and never throws. */
  mail: (
    ctx: Ctx,
    row: { mailTo: string; payload: unknown; reportId: string | null; ageMs: number },
  ) => Promise<MailOutcome>;
};

const since = (at: Date | null, now: number) => (at ? now - at.getTime() : 0);

/**
 * One attempt at one message that this worker holds: the call without any open transaction, then what came of it.
 * Returns what was decided, or null when the lease was lost meanwhile.
 */
export async function attemptMessage(
  ctx: Ctx,
  gateways: OutboxGateways,
  input: { row: OutboxRow; owner: string; random: () => number; clock: () => number },
): Promise<Decision | null> {
  const { row } = input;
  const jitter = input.random();
  let decision: Decision;
  let outcome: LineOutcome | undefined;
  if (row.sendBefore !== null && input.clock() >= row.sendBefore.getTime()) {
    decision = { next: "cancelled", error: "too-late" };
  } else if (row.kind === "mail") {
    const sent = await gateways.mail(ctx, {
      mailTo: row.mailTo ?? "",
      payload: JSON.parse(row.payload),
      reportId: row.reportId,
      ageMs: since(row.createdAt, input.clock()),
    });
    decision = decideMail(sent, {
      attempts: row.attempts,
      sinceFirstAttemptMs: since(row.firstAttemptAt, input.clock()),
      jitter,
    });
  } else {
    const messages = JSON.parse(row.payload) as unknown[];
    outcome =
      row.kind === "reply"
        ? await gateways.line.reply(row.replyToken ?? "", messages)
        : await gateways.line.push(row.lineUserId ?? "", messages, row.retryKey ?? "");
    const now = input.clock();
    const { attempts, mayHaveArrived } = row;
    decision =
      row.kind === "reply"
        ? decideReply(outcome, {
            attempts,
            mayHaveArrived,
            tokenAgeMs: since(row.tokenReceivedAt, now),
            jitter,
          })
        : decidePush(outcome, {
            attempts,
            mayHaveArrived,
            sinceFirstAttemptMs: since(row.firstAttemptAt, now),
            jitter,
          });
  }
  const answered = outcome?.kind === "answered" ? outcome : undefined;
  const settled = await settleOutbox(ctx, {
    row,
    owner: input.owner,
    decision,
    httpStatus: answered?.status ?? null,
    requestId: answered?.requestId ?? null,
  });
  if (decision.next !== "sent") {
    log.warn({
      event: "outbox.not-sent",
      id: shortId(row.id),
      kind: row.kind,
      next: decision.next,
      why: decision.error,
      attempts: row.attempts,
    });
  }
  return settled ? decision : null;
}

/**
 * Sends what is due to residents, or to mailboxes, several at a time. Returns how many were taken. The two are never
 * waited for together: a mail server that hangs must not hold back a message in LINE.
 */
export async function deliverDue(
  ctx: Ctx,
  gateways: OutboxGateways,
  input: {
    to: OutboxSide;
    owner: string;
    leaseMs: number;
    limit: number;
    random: () => number;
    clock: () => number;
  },
): Promise<number> {
  const rows = await claimOutbox(ctx, input);
  const unfinished = new Set(rows.map((row) => row.id));
  const extend = () => extendOutbox(ctx, { ...input, ids: [...unfinished] });
  await whileLeased(input.leaseMs, extend, () =>
    Promise.all(
      rows.map((row) =>
        attemptMessage(ctx, gateways, { row, ...input }).finally(() => unfinished.delete(row.id)),
      ),
    ),
  );
  return rows.length;
}
