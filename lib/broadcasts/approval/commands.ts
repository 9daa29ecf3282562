import { and, eq, sql } from "drizzle-orm";
import { broadcasts, broadcastVersions } from "@/db/schema";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { countAudience } from "@/lib/segments/queries";
import { versionHash } from "../fingerprint";
import { REFUSALS } from "../messages";
import { type BroadcastVersion, getVersion, type Locked, lockBroadcast } from "../queries";
import { recordHappening } from "../record/commands";
import { checkSchedule, firstDue } from "../schedule";
import type { ApproveInput, OnlyId, ReturnInput, SubmitInput } from "../schema";
import { canApprove, canApproveAfter, canSubmit, canWithdraw, type Verdict } from "../status";
import { type FreezeRefusal, findShortage, freezeVersion } from "./freeze/commands";

type StaffCtx = Ctx<StaffActor>;
export type Moved = { id: string };
const no = <R extends keyof typeof REFUSALS>(reason: R) => refused(reason, REFUSALS[reason]);

type MoveRefusal = Extract<Verdict, { ok: false }>["reason"];

/** Freezes the draft as it lies in the table and asks for a second person. */
export async function submitForApproval(
  ctx: StaffCtx,
  input: SubmitInput,
): Promise<Result<Moved & { version: number }, MoveRefusal | FreezeRefusal>> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const locked = await lockBroadcast(inner, input);
    const verdict = canSubmit(locked.standing, locked.who);
    if (!verdict.ok) return no(verdict.reason);
    const frozen = await freezeVersion(inner, { row: locked.row, revision: input.revision });
    if (!frozen.ok) return frozen;
    const { version, count } = frozen.value;
    await tx
      .update(broadcasts)
      .set({ state: "submitted", version, updatedAt: ctx.now })
      .where(eq(broadcasts.id, input.id));
    await recordHappening(inner, {
      broadcastId: input.id,
      kind: "submitted",
      version,
      detail: { count },
      fields: ["state", "version"],
    });
    return ok({ id: input.id, version });
  });
}

/** Takes the question back, or an approval that is not used yet: it can be changed again, and asked again. */
export async function withdraw(ctx: StaffCtx, input: OnlyId): Promise<Result<Moved, MoveRefusal>> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { row, standing, who } = await lockBroadcast(inner, input);
    const verdict = canWithdraw(standing, who);
    if (!verdict.ok) return no(verdict.reason);
    await tx
      .update(broadcasts)
      .set({ state: "draft", version: null, countAtApproval: null, updatedAt: ctx.now })
      .where(eq(broadcasts.id, row.id));
    await recordHappening(inner, { broadcastId: row.id, kind: "withdrawn", version: row.version });
    return ok({ id: row.id });
  });
}

type Seen = { id: string; version: number; hash: string };

/** The version that lay before the person, if it is still the one being decided, and unchanged to the byte. */
export async function findSeenVersion(
  ctx: Ctx,
  args: { locked: Locked; seen: Seen },
): Promise<BroadcastVersion | null> {
  if (args.locked.row.version !== args.seen.version) return null;
  const version = await getVersion(ctx, args.seen);
  return version.hash === args.seen.hash && versionHash(version) === version.hash ? version : null;
}

const decide = (
  ctx: StaffCtx,
  seen: Seen,
  decision: { decision: "approved" | "returned"; reason?: string; countAtDecision?: number },
) =>
  ctx.db
    .update(broadcastVersions)
    .set({ ...decision, decidedBy: ctx.actor.staffId, decidedAt: ctx.now })
    .where(and(eq(broadcastVersions.broadcastId, seen.id), eq(broadcastVersions.version, seen.version)));

/**
 * A second person says yes to exactly what they saw. The row is locked and the person read again inside: of two clicks,
 * two tabs or two people one wins, and a role that was taken away meanwhile approves nothing.
 */
export async function approve(
  ctx: StaffCtx,
  input: ApproveInput,
): Promise<Result<Moved, MoveRefusal | "stale-version" | "past" | "quota">> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const locked = await lockBroadcast(inner, input);
    const verdict = canApprove(locked.standing, locked.who);
    if (!verdict.ok) return no(verdict.reason);
    const version = await findSeenVersion(inner, { locked, seen: input });
    if (!version) return no("stale-version");
    if (checkSchedule(version.schedule, version.kind, ctx.now) === "past") return no("past");
    const { total } = await countAudience(inner, { rule: version.rule, kind: version.kind });
    const short = await findShortage(inner, {
      id: input.id,
      kind: version.kind,
      count: total,
      due: firstDue(version.schedule, ctx.now),
    });
    if (short) return short;
    await decide(inner, input, { decision: "approved", countAtDecision: total });
    await tx
      .update(broadcasts)
      .set({ state: "approved", countAtApproval: total, updatedAt: ctx.now })
      .where(eq(broadcasts.id, input.id));
    await recordHappening(inner, {
      broadcastId: input.id,
      kind: "approved",
      version: input.version,
      detail: { count: total },
    });
    return ok({ id: input.id });
  });
}

/** Sends it back to its author, with a reason. */
export async function returnDraft(
  ctx: StaffCtx,
  input: ReturnInput,
): Promise<Result<Moved, MoveRefusal | "stale-version">> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const locked = await lockBroadcast(inner, input);
    const verdict = canApprove(locked.standing, locked.who);
    if (!verdict.ok) return no(verdict.reason);
    if (!(await findSeenVersion(inner, { locked, seen: input }))) return no("stale-version");
    await decide(inner, input, { decision: "returned", reason: input.reason });
    await tx
      .update(broadcasts)
      .set({ state: "returned", version: null, updatedAt: ctx.now })
      .where(eq(broadcasts.id, input.id));
    await recordHappening(inner, {
      broadcastId: input.id,
      kind: "returned",
      version: input.version,
      reason: input.reason,
    });
    return ok({ id: input.id });
  });
}

/** A second person looks at an emergency that went out alone: yes, or an objection with its reason. */
async function lookAfter(
  ctx: StaffCtx,
  input: ApproveInput & { reason?: string },
): Promise<Result<Moved, MoveRefusal | "stale-version">> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const locked = await lockBroadcast(inner, input);
    const verdict = canApproveAfter(locked.standing, locked.who);
    if (!verdict.ok) return no(verdict.reason);
    if (!(await findSeenVersion(inner, { locked, seen: input }))) return no("stale-version");
    const objects = input.reason !== undefined;
    await decide(inner, input, {
      decision: objects ? "returned" : "approved",
      ...(objects ? { reason: input.reason } : {}),
    });
    await tx
      .update(broadcasts)
      .set({ approvalOwed: false, updatedAt: sql`now()` })
      .where(eq(broadcasts.id, input.id));
    await recordHappening(inner, {
      broadcastId: input.id,
      kind: objects ? "objected_after" : "approved_after",
      version: input.version,
      reason: input.reason ?? null,
      fields: ["approval_owed"],
    });
    return ok({ id: input.id });
  });
}

export const approveAfter = (ctx: StaffCtx, input: ApproveInput) =>
  lookAfter(ctx, { id: input.id, version: input.version, hash: input.hash });
export const objectAfter = (ctx: StaffCtx, input: ReturnInput) => lookAfter(ctx, input);
