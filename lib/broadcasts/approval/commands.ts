import { and, eq } from "drizzle-orm";
import { broadcastBatches, broadcastVersions } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { ok, type Result } from "@/lib/core/result";
import { countAudience } from "@/lib/segments/queries";
import { type Change, changeBroadcast, type Moved, no } from "../change/commands";
import { versionHash } from "../fingerprint";
import { type BroadcastVersion, getVersion, type Locked } from "../queries";
import { recordHappening } from "../record/commands";
import { checkSchedule, firstDue } from "../schedule";
import type { ApproveInput, OnlyId, ReturnInput, SubmitInput } from "../schema";
import {
  canApprove,
  canApproveAfter,
  canSubmit,
  canWithdraw,
  type Refusal,
  UNDECIDED,
  UNFROZEN,
} from "../status";
import { type FreezeRefusal, freezeVersion, refuseShortage } from "./freeze/commands";
import { objectionUndoes } from "./objection";

type StaffCtx = Ctx<StaffActor>;

/** Freezes the draft as it lies in the table and asks for a second person. */
export const submitForApproval = (
  ctx: StaffCtx,
  input: SubmitInput,
): Promise<Result<Moved, Refusal | FreezeRefusal>> =>
  changeBroadcast<FreezeRefusal>(ctx, input, canSubmit, async (inner, { row }) => {
    const frozen = await freezeVersion(inner, { row, revision: input.revision });
    if (!frozen.ok) return frozen;
    const { version, count } = frozen.value;
    return ok({
      set: { state: "submitted", version },
      entry: { kind: "submitted", version, detail: { count }, fields: ["state", "version"] },
    });
  });

/** Takes the question back, or an approval that is not used yet: it can be changed again, and asked again. */
export const withdraw = (ctx: StaffCtx, input: OnlyId): Promise<Result<Moved, Refusal>> =>
  changeBroadcast<never>(ctx, input, canWithdraw, async (_, { row }) =>
    ok({
      set: { state: "draft", version: null, countAtApproval: null },
      entry: { kind: "withdrawn", version: row.version },
    }),
  );

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

type SecondRefusal = "stale-version";

/**
 * A second person says yes to exactly what they saw. The row is locked and the person read again inside: of two clicks,
 * two tabs or two people one wins, and a role that was taken away meanwhile approves nothing.
 */
export const approve = (
  ctx: StaffCtx,
  input: ApproveInput,
): Promise<Result<Moved, Refusal | SecondRefusal | "past" | "quota">> =>
  changeBroadcast<SecondRefusal | "past" | "quota">(ctx, input, canApprove, async (inner, locked) => {
    const version = await findSeenVersion(inner, { locked, seen: input });
    if (!version) return no("stale-version");
    if (checkSchedule(version.schedule, version.kind, ctx.now) === "past") return no("past");
    const { total } = await countAudience(inner, { rule: version.rule, kind: version.kind });
    const short = await refuseShortage(inner, {
      id: input.id,
      kind: version.kind,
      count: total,
      due: firstDue(version.schedule, ctx.now),
    });
    if (short) return short;
    await decide(inner, input, { decision: "approved", countAtDecision: total });
    return ok({
      set: { state: "approved", countAtApproval: total },
      entry: { kind: "approved", version: input.version, detail: { count: total } },
    });
  });

/** Sends it back to its author, with a reason. */
export const returnDraft = (
  ctx: StaffCtx,
  input: ReturnInput,
): Promise<Result<Moved, Refusal | SecondRefusal>> =>
  changeBroadcast<SecondRefusal>(ctx, input, canApprove, async (inner, locked) => {
    if (!(await findSeenVersion(inner, { locked, seen: input }))) return no("stale-version");
    await decide(inner, input, { decision: "returned", reason: input.reason });
    return ok({
      set: { state: "returned", version: null },
      entry: { kind: "returned", version: input.version, reason: input.reason },
    });
  });

/** A second person looks at an emergency that went out alone, and says yes. */
export const approveAfter = (
  ctx: StaffCtx,
  input: ApproveInput,
): Promise<Result<Moved, Refusal | SecondRefusal>> =>
  changeBroadcast<SecondRefusal>(ctx, input, canApproveAfter, async (inner, locked) => {
    if (!(await findSeenVersion(inner, { locked, seen: input }))) return no("stale-version");
    await decide(inner, input, { decision: "approved" });
    return ok({
      set: { approvalOwed: false },
      entry: { kind: "approved_after", version: input.version, fields: ["approval_owed"] },
    });
  });

/** What is frozen for it is forgotten; nobody has been written to. It goes back to its author, to be sent anew. */
async function takeBack(ctx: Ctx, input: ReturnInput): Promise<Change> {
  await ctx.db.delete(broadcastBatches).where(eq(broadcastBatches.broadcastId, input.id));
  await recordHappening(ctx, { broadcastId: input.id, kind: "undone", version: input.version });
  return {
    set: {
      ...UNDECIDED,
      state: "returned",
      dueAt: null,
      ...UNFROZEN,
    },
    entry: { kind: "returned", version: input.version, reason: input.reason },
  };
}

/**
 * An objection with its reason. In the hold it undoes the send, as taking it back does; what is going out or gone it does
 * not stop, and the page says so.
 */
export const objectAfter = (
  ctx: StaffCtx,
  input: ReturnInput,
): Promise<Result<Moved, Refusal | SecondRefusal>> =>
  changeBroadcast<SecondRefusal>(ctx, input, canApproveAfter, async (inner, locked) => {
    if (!(await findSeenVersion(inner, { locked, seen: input }))) return no("stale-version");
    await decide(inner, input, { decision: "returned", reason: input.reason });
    if (objectionUndoes(locked.row.state)) return ok(await takeBack(inner, input));
    return ok({
      set: { approvalOwed: false },
      entry: {
        kind: "objected_after",
        version: input.version,
        reason: input.reason,
        fields: ["approval_owed"],
      },
    });
  });
