import { and, eq, inArray, isNull } from "drizzle-orm";
import { broadcastBatches, broadcastSeries, broadcasts } from "@/db/schema";
import { findCityProfile } from "@/lib/city/queries";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { ok, type Result } from "@/lib/core/result";
import { hours } from "@/lib/core/time";
import { countAudience } from "@/lib/segments/queries";
import type { Rule } from "@/lib/segments/rule";
import { findSeenVersion } from "../approval/commands";
import { type FreezeRefusal, freezeVersion, refuseShortage } from "../approval/freeze/commands";
import { isEveryone, movedTooFar } from "../audience";
import { changeBroadcast, type Moved, no } from "../change/commands";
import { type BroadcastRecord, type BroadcastVersion, getVersion } from "../queries";
import { isQuietAt } from "../quiet";
import { recordHappening } from "../record/commands";
import { firstDue, plannedAt, type Schedule } from "../schedule";
import type { CancelInput, EmergencyInput, OnlyId, ScheduleInput } from "../schema";
import {
  canCancel,
  canSchedule,
  canScheduleLate,
  canSendEmergency,
  canUnschedule,
  type Refusal,
  UNDECIDED,
  UNFROZEN,
} from "../status";

type StaffCtx = Ctx<StaffActor>;

type Confirmed = { count: number; typed: string };
type ConfirmRefusal = "count-moved" | "not-typed" | "quota";

/** The number on the button was true, whoever sends to everybody typed the account's name, and the quota is enough. */
async function checkConfirmed(
  ctx: Ctx,
  args: { id: string; rule: Rule; kind: BroadcastVersion["kind"]; due: Date; confirmed: Confirmed },
): Promise<Result<{ count: number }, ConfirmRefusal>> {
  const { total } = await countAudience(ctx, { rule: args.rule, kind: args.kind });
  // Who is sent a correction grows while its original goes out: that is no reason to look again, and no time for it.
  const isProgress = args.rule.op === "received" && total > args.confirmed.count;
  if (!isProgress && movedTooFar(args.confirmed.count, total)) return no("count-moved");
  if (args.kind !== "drill" && isEveryone(args.rule)) {
    const name = (await findCityProfile(ctx))?.accountName ?? "";
    if (args.confirmed.typed.normalize("NFKC").trim() !== name.normalize("NFKC").trim())
      return no("not-typed");
  }
  const short = await refuseShortage(ctx, { ...args, count: total });
  return short ?? ok({ count: total });
}

/** A repeating one hands over to its series; the approved version is the template of every occurrence. */
async function startSeries(
  ctx: StaffCtx,
  args: {
    version: BroadcastVersion;
    schedule: Extract<Schedule, { kind: "repeat" }>;
    sectionId: number | null;
  },
): Promise<string> {
  const id = newId();
  await ctx.db.insert(broadcastSeries).values({
    id,
    title: args.version.title,
    sectionId: args.sectionId,
    templateId: args.version.broadcastId,
    templateVersion: args.version.version,
    recurrence: args.schedule.recurrence,
    nextAt: firstDue(args.schedule, ctx.now),
  });
  return id;
}

/** An occurrence that was taken back goes on in its series; once that has ended, nothing of it goes out any more. */
async function isOfEndedSeries(ctx: Ctx, row: BroadcastRecord): Promise<boolean> {
  if (row.occurrenceAt === null) return false;
  if (row.seriesId === null) return true;
  const [series] = await ctx.db
    .select({ endedAt: broadcastSeries.endedAt })
    .from(broadcastSeries)
    .where(eq(broadcastSeries.id, row.seriesId));
  return !series || series.endedAt !== null;
}

/** Its time is over, but not for a day: older words are approved anew. */
const hasJustPassed = (at: Date, now: Date): boolean =>
  at.getTime() <= now.getTime() && now.getTime() - at.getTime() <= hours(24);

type ScheduleRefusal =
  | ConfirmRefusal
  | "stale-version"
  | "past"
  | "late"
  | "late-reason"
  | "late-night"
  | "quiet-hours"
  | "series-ended";

/** An approved one gets its time: as planned, or at once. The worker takes it up when it is due. */
export const schedule = (
  ctx: StaffCtx,
  input: ScheduleInput,
): Promise<Result<Moved, Refusal | ScheduleRefusal>> =>
  changeBroadcast<ScheduleRefusal>(ctx, input, canSchedule, async (inner, locked) => {
    const { row } = locked;
    const version = await findSeenVersion(inner, { locked, seen: input });
    if (version?.decision !== "approved") return no("stale-version");
    const plan = version.schedule;
    if (await isOfEndedSeries(inner, row)) return no("series-ended");
    const planned = plannedAt(plan, row.occurrenceAt);
    const due = input.when === "at-once" ? ctx.now : (planned ?? firstDue(plan, ctx.now));
    if (due === null || due.getTime() < ctx.now.getTime()) return no("past");
    // At once is for what was approved to go now, or for a time that has just passed: never ahead of the approved one.
    if (input.when === "at-once" && (planned ? !hasJustPassed(planned, ctx.now) : plan.kind === "repeat"))
      return no("past");
    // As what a worker found late (lib/delivery/state.ts): taking it back first is no way around the second look.
    if (input.when === "at-once" && planned && row.kind !== "emergency") {
      if (!canScheduleLate(locked.standing, locked.who).ok) return no("late");
      if (input.reason === "") return no("late-reason");
      if (!plan.quietReason && isQuietAt(due)) return no("late-night");
    }
    const reason = input.reason || plan.quietReason;
    if (row.kind !== "emergency" && !reason && isQuietAt(due)) return no("quiet-hours");
    const confirmed = await checkConfirmed(inner, {
      id: row.id,
      rule: version.rule,
      kind: row.kind,
      due,
      confirmed: input,
    });
    if (!confirmed.ok) return confirmed;
    const leads = plan.kind === "repeat" && row.occurrenceAt === null;
    const seriesId = leads
      ? await startSeries(inner, { version, schedule: plan, sectionId: row.sectionId })
      : row.seriesId;
    return ok({
      // A series' template is never due itself: its occurrences are.
      set: { state: "scheduled", dueAt: leads ? null : due, seriesId },
      entry: {
        kind: "scheduled",
        version: input.version,
        reason,
        detail: { dueAt: due.toISOString(), count: confirmed.value.count, seriesId },
        fields: ["state", "due_at"],
      },
    });
  });

/** Nothing of it went out, and it would go out. */
const WAITING = ["approved", "scheduled", "late", "held"] as const;

/**
 * Ends what this broadcast leads, if it leads anything; occurrences that wait already go with it. Answers whether it led.
 * A maker of occurrences at work is waited for: what it made is found here.
 */
async function endSeriesOf(ctx: StaffCtx, templateId: string): Promise<boolean> {
  const ended = await ctx.db
    .update(broadcastSeries)
    .set({ endedAt: ctx.now, endedBy: ctx.actor.staffId, nextAt: null })
    .where(and(eq(broadcastSeries.templateId, templateId), isNull(broadcastSeries.endedAt)))
    .returning({ id: broadcastSeries.id });
  for (const series of ended) {
    const waiting = await ctx.db
      .select({ id: broadcasts.id })
      .from(broadcasts)
      .where(and(eq(broadcasts.seriesId, series.id), inArray(broadcasts.state, WAITING)))
      .for("update");
    for (const { id } of waiting) if (id !== templateId) await cancelWaiting(ctx, id);
  }
  return ended.length > 0;
}

/** With the audience that was frozen for it; nobody has been written to. */
async function cancelWaiting(ctx: StaffCtx, id: string): Promise<void> {
  await ctx.db.delete(broadcastBatches).where(eq(broadcastBatches.broadcastId, id));
  await ctx.db
    .update(broadcasts)
    .set({
      state: "cancelled",
      dueAt: null,
      ...UNFROZEN,
      updatedAt: ctx.now,
    })
    .where(eq(broadcasts.id, id));
  await recordHappening(ctx, { broadcastId: id, kind: "cancelled" });
}

/** Back to approved: its time is taken away, nothing else. What one person sent alone is a draft again. */
export const unschedule = (ctx: StaffCtx, input: OnlyId): Promise<Result<Moved, Refusal>> =>
  changeBroadcast<never>(ctx, input, canUnschedule, async (inner, { row }) => {
    const led = await endSeriesOf(inner, row.id);
    return ok({
      set: row.approvalOwed
        ? { ...UNDECIDED, state: "draft", dueAt: null }
        : { state: "approved", dueAt: null, seriesId: led ? null : row.seriesId },
      entry: { kind: "unscheduled", version: row.version, fields: ["state", "due_at"] },
    });
  });

/** Will not be sent. Nothing of it went out. */
export const cancelBroadcast = (ctx: StaffCtx, input: CancelInput): Promise<Result<Moved, Refusal>> =>
  changeBroadcast<never>(ctx, input, canCancel, async (inner, { row }) => {
    await endSeriesOf(inner, row.id);
    return ok({
      set: { state: "cancelled", dueAt: null, approvalOwed: false },
      entry: { kind: "cancelled", version: row.version, reason: input.reason },
    });
  });

/** One person alone, in an emergency: it goes to the worker at once, and a second person still has to look at it. */
export const sendEmergency = (
  ctx: StaffCtx,
  input: EmergencyInput,
): Promise<Result<Moved, Refusal | FreezeRefusal | ConfirmRefusal>> =>
  changeBroadcast<FreezeRefusal | ConfirmRefusal>(
    ctx,
    input,
    canSendEmergency,
    async (inner, { row, standing }) => {
      // Every save counts the revision up, asking for approval does not: these are the words that lay before the person.
      if (row.revision !== input.revision) return no("conflict");
      // One that waits for its approval goes out as it was asked for; a draft is frozen as it stands.
      let version = row.state === "submitted" ? row.version : null;
      if (version === null) {
        const frozen = await freezeVersion(inner, {
          row: { ...row, schedule: { kind: "now" } },
          revision: input.revision,
        });
        if (!frozen.ok) return frozen;
        version = frozen.value.version;
      }
      const { rule } = await getVersion(inner, { id: row.id, version });
      const confirmed = await checkConfirmed(inner, {
        id: row.id,
        rule,
        kind: row.kind,
        due: ctx.now,
        confirmed: input,
      });
      if (!confirmed.ok) return confirmed;
      return ok({
        set: {
          state: "scheduled",
          version,
          dueAt: ctx.now,
          approvalOwed: true,
          countAtApproval: confirmed.value.count,
          writerIds: [...new Set([...standing.writerIds, ctx.actor.staffId])],
        },
        entry: {
          kind: "approval_owed",
          version,
          detail: { count: confirmed.value.count },
          fields: ["state", "version", "approval_owed"],
        },
      });
    },
  );
