import { eq, inArray } from "drizzle-orm";
import { reportEntries, reports } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { enqueuePush } from "@/lib/outbox/commands";
import {
  findConflict,
  findOriginals,
  findRecipient,
  lockReport,
  type ReportRecord,
  wasDone,
} from "./casework/queries";
import { REFUSALS, residentMessages } from "./messages";
import { parseReportNumber } from "./number";
import type { ChangeStatusInput, SendMessageInput } from "./schema";
import { inScope, mayOn, reportScope } from "./scope";
import { checkMove, type MoveRefusal } from "./status";

/** What a change answers: enough for the page to go on from, and for open consoles to hear of it. */
export type Changed = {
  number: string;
  revision: number;
  sectionIds: (number | null)[];
  /** Other cases that look different now. */
  others?: { number: string; sectionIds: (number | null)[] }[];
};
type ChangeRefusal =
  | MoveRefusal
  | "conflict"
  | "original-unknown"
  | "original-itself"
  | "unreachable"
  | "message-missing";

const no = <R extends keyof typeof REFUSALS>(reason: R) => refused(reason, REFUSALS[reason]);

const actorOf = (ctx: Ctx) => ({
  actorKind: ctx.actor.kind,
  actorId: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
});

/**
 * The report that another one repeats, followed to the first of a chain, so that a duplicate is hung on a case that is
 * worked. (When that is closed as a duplicate later, the first of the longer chain lists them all.) Out of the person's scope counts as unknown; the first of a chain may be, and is then not named to them
 * (lib/reports/detail/queries.ts).
 */
async function findOriginal(
  ctx: Ctx,
  args: { report: ReportRecord; typed: string },
): Promise<Result<ReportRecord, "original-unknown" | "original-itself">> {
  const number = parseReportNumber(args.typed);
  let [original] = number ? await ctx.db.select().from(reports).where(eq(reports.number, number)) : [];
  if (!original || !inScope(reportScope(ctx.actor), original.sectionId)) return no("original-unknown");
  for (let step = 0; original.duplicateOfId !== null && step < 20; step++) {
    if (original.id === args.report.id) break;
    const [next] = await ctx.db.select().from(reports).where(eq(reports.id, original.duplicateOfId));
    if (!next) break;
    original = next;
  }
  return original.id === args.report.id ? no("original-itself") : ok(original);
}

/** Writes the message, its timeline entry and its outbox row; all three or none. */
async function tellResident(
  ctx: Ctx,
  input: {
    report: ReportRecord;
    text: string;
    requestKey: string;
    recipient: { friendId: number; lineUserId: string };
    toStatus: ReportRecord["status"] | null;
  },
): Promise<void> {
  const outboxId = await enqueuePush(ctx, {
    dedupeKey: `message:${input.requestKey}`,
    friendId: input.recipient.friendId,
    lineUserId: input.recipient.lineUserId,
    reportId: input.report.id,
    messages: residentMessages(input.text),
  });
  await ctx.db.insert(reportEntries).values({
    reportId: input.report.id,
    at: ctx.now,
    kind: "message",
    visibility: "public",
    ...actorOf(ctx),
    toStatus: input.toStatus,
    body: input.text,
    outboxId,
    requestKey: `message:${input.requestKey}`,
  });
}

/**
 * Moves a report in the workflow and tells the resident, or writes down why not. One transaction: report, timeline,
 * audit, outbox. The same request twice counts once; a report changed meanwhile answers `conflict`.
 */
export async function changeReportStatus(
  ctx: Ctx,
  input: ChangeStatusInput,
): Promise<Result<Changed, ChangeRefusal>> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const report = await lockReport(inner, { number: input.number, permission: "report.view" });
    const answer = { number: report.number, sectionIds: [report.sectionId] };
    if (await wasDone(inner, input)) return ok({ ...answer, revision: report.revision });
    const conflict = await findConflict(inner, { report, revision: input.revision });
    if (conflict) return conflict;
    const mover = { mayChange: mayOn(ctx.actor, "report.change-status", report.sectionId) };
    const move = checkMove(report.status, input.to, mover, {
      reason: input.reason,
      original: input.duplicateOf,
    });
    if (!move.ok) return no(move.reason);

    let original: ReportRecord | null = null;
    if (input.to === "duplicate") {
      const found = await findOriginal(inner, { report, typed: input.duplicateOf ?? "" });
      if (!found.ok) return found;
      original = found.value;
    }
    const recipient = input.message.tell ? await findRecipient(inner, { report }) : null;
    if (input.message.tell && !recipient) return no("unreachable");

    const revision = report.revision + 1;
    await tx
      .update(reports)
      .set({
        status: input.to,
        statusAt: ctx.now,
        duplicateOfId: original?.id ?? null,
        revision,
        updatedAt: ctx.now,
      })
      .where(eq(reports.id, report.id));
    // The reason is for staff alone: what the resident reads stands in an entry of its own.
    await tx.insert(reportEntries).values({
      reportId: report.id,
      at: ctx.now,
      kind: "status",
      visibility: "internal",
      ...actorOf(ctx),
      fromStatus: report.status,
      toStatus: input.to,
      body: [original?.number, input.reason].filter(Boolean).join("\n"),
      silentReason: input.message.tell ? null : input.message.silentReason,
      requestKey: input.requestKey,
    });
    if (input.message.tell && recipient) {
      await tellResident(inner, {
        report,
        text: input.message.text,
        requestKey: input.requestKey,
        recipient,
        toStatus: input.to,
      });
    }
    const hangs = report.status === "duplicate" || original !== null;
    const others = hangs ? { others: await touchOriginals(inner, { report, original }) } : {};
    await recordAudit(inner, {
      action: "report.change-status",
      subjectKind: "report",
      subjectId: report.id,
      fields: ["status", ...(original ? ["duplicate_of_id"] : [])],
    });
    return ok({ ...answer, revision, ...others });
  });
}

/** The cases that a duplicate hangs on (or hung on), up the chain, look different now: open pages of them read again. */
async function touchOriginals(
  ctx: Ctx,
  input: { report: ReportRecord; original: ReportRecord | null },
): Promise<NonNullable<Changed["others"]>> {
  const ids = [input.report.duplicateOfId, input.original?.id].filter((id) => typeof id === "string");
  const above = ids.length > 0 ? await findOriginals(ctx, { ids }) : [];
  const touched = await ctx.db
    .update(reports)
    .set({ updatedAt: ctx.now })
    .where(
      inArray(
        reports.id,
        above.filter((id) => id !== input.report.id),
      ),
    )
    .returning({ number: reports.number, sectionId: reports.sectionId });
  return touched.map(({ number, sectionId }) => ({ number, sectionIds: [sectionId] }));
}

/** A message to the resident without a change of status. Previewed exactly as it is sent. */
export async function sendMessageToResident(
  ctx: Ctx,
  input: SendMessageInput,
): Promise<Result<Changed, "unreachable">> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const report = await lockReport(inner, { number: input.number, permission: "report.message" });
    const answer = { number: report.number, revision: report.revision, sectionIds: [report.sectionId] };
    if (await wasDone(inner, { requestKey: `message:${input.requestKey}` })) return ok(answer);
    const recipient = await findRecipient(inner, { report });
    if (!recipient) return no("unreachable");
    await tellResident(inner, {
      report,
      text: input.text,
      requestKey: input.requestKey,
      recipient,
      toStatus: null,
    });
    await tx.update(reports).set({ updatedAt: ctx.now }).where(eq(reports.id, report.id));
    await recordAudit(inner, { action: "report.message", subjectKind: "report", subjectId: report.id });
    return ok(answer);
  });
}
