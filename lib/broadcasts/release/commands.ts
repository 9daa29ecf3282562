import { eq } from "drizzle-orm";
import { broadcastSeries, broadcasts } from "@/db/schema";
import { findCityProfile } from "@/lib/city/queries";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { ok, type Result } from "@/lib/core/result";
import { hours } from "@/lib/core/time";
import { countAudience } from "@/lib/segments/queries";
import type { Rule } from "@/lib/segments/rule";
import { findSeenVersion } from "../approval/commands";
import { type FreezeRefusal, findShortage, freezeVersion } from "../approval/freeze/commands";
import { isEveryone, movedTooFar } from "../audience";
import { changeBroadcast, type Moved, no } from "../change/commands";
import { type BroadcastVersion, getVersion } from "../queries";
import { isQuietAt } from "../quiet";
import { recordHappening } from "../record/commands";
import { firstDue, type Schedule } from "../schedule";
import type { CancelInput, EmergencyInput, OnlyId, ScheduleInput } from "../schema";
import { canCancel, canSchedule, canSendEmergency, canUnschedule, type Refusal } from "../status";

type StaffCtx = Ctx<StaffActor>;

type Confirmed = { count: number; typed: string };
type ConfirmRefusal = "count-moved" | "not-typed" | "quota";

/** The number on the button was true, whoever sends to everybody typed the account's name, and the quota is enough. */
async function checkConfirmed(
  ctx: Ctx,
  args: { id: string; rule: Rule; kind: BroadcastVersion["kind"]; due: Date; confirmed: Confirmed },
): Promise<Result<{ count: number }, ConfirmRefusal>> {
  const { total } = await countAudience(ctx, { rule: args.rule, kind: args.kind });
  if (movedTooFar(args.confirmed.count, total)) return no("count-moved");
  if (args.kind !== "drill" && isEveryone(args.rule)) {
    const name = (await findCityProfile(ctx))?.accountName ?? "";
    if (args.confirmed.typed.normalize("NFKC").trim() !== name.normalize("NFKC").trim())
      return no("not-typed");
  }
  const short = await findShortage(ctx, { ...args, count: total });
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

/** Its time is over, but not for a day: older words are approved anew. */
const hasJustPassed = (at: Date, now: Date): boolean =>
  at.getTime() <= now.getTime() && now.getTime() - at.getTime() <= hours(24);

type ScheduleRefusal = ConfirmRefusal | "stale-version" | "past" | "quiet-hours";

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
    const due = input.when === "planned" ? firstDue(plan, ctx.now) : ctx.now;
    // At once is for what was approved to go now, or for a time that has just passed: never ahead of the approved one.
    if (due === null || (input.when === "at-once" && plan.kind === "repeat")) return no("past");
    if (input.when === "at-once" && plan.kind === "once" && !hasJustPassed(new Date(plan.at), ctx.now))
      return no("past");
    const reason = plan.quietReason ?? input.quietReason;
    if (row.kind !== "emergency" && !reason && isQuietAt(due)) return no("quiet-hours");
    const confirmed = await checkConfirmed(inner, {
      id: row.id,
      rule: version.rule,
      kind: row.kind,
      due,
      confirmed: input,
    });
    if (!confirmed.ok) return confirmed;
    const seriesId =
      plan.kind === "repeat"
        ? await startSeries(inner, { version, schedule: plan, sectionId: row.sectionId })
        : null;
    return ok({
      // A series' template is never due itself: its occurrences are.
      set: { state: "scheduled", dueAt: seriesId ? null : due, seriesId },
      entry: {
        kind: "scheduled",
        version: input.version,
        reason,
        detail: { dueAt: due.toISOString(), count: confirmed.value.count, seriesId },
        fields: ["state", "due_at"],
      },
    });
  });

/** Ends a series with its template; occurrences that wait already go with them. */
async function endSeries(ctx: StaffCtx, seriesId: string, templateId: string): Promise<void> {
  await ctx.db
    .update(broadcastSeries)
    .set({ endedAt: ctx.now, endedBy: ctx.actor.staffId, nextAt: null })
    .where(eq(broadcastSeries.id, seriesId));
  const waiting = await ctx.db
    .select({ id: broadcasts.id, state: broadcasts.state })
    .from(broadcasts)
    .where(eq(broadcasts.seriesId, seriesId))
    .for("update");
  for (const each of waiting) {
    if (each.id === templateId || (each.state !== "scheduled" && each.state !== "late")) continue;
    await ctx.db
      .update(broadcasts)
      .set({ state: "cancelled", dueAt: null, updatedAt: ctx.now })
      .where(eq(broadcasts.id, each.id));
    await recordHappening(ctx, { broadcastId: each.id, kind: "cancelled" });
  }
}

const isTemplate = (row: { seriesId: string | null; occurrenceAt: Date | null }) =>
  row.seriesId !== null && row.occurrenceAt === null;

/** Back to approved: its time is taken away, nothing else. */
export const unschedule = (ctx: StaffCtx, input: OnlyId): Promise<Result<Moved, Refusal>> =>
  changeBroadcast<never>(ctx, input, canUnschedule, async (inner, { row }) => {
    if (row.seriesId && isTemplate(row)) await endSeries(inner, row.seriesId, row.id);
    return ok({
      set: { state: "approved", dueAt: null, seriesId: isTemplate(row) ? null : row.seriesId },
      entry: { kind: "unscheduled", version: row.version, fields: ["state", "due_at"] },
    });
  });

/** Will not be sent. Nothing of it went out. */
export const cancelBroadcast = (ctx: StaffCtx, input: CancelInput): Promise<Result<Moved, Refusal>> =>
  changeBroadcast<never>(ctx, input, canCancel, async (inner, { row }) => {
    if (row.seriesId && isTemplate(row)) await endSeries(inner, row.seriesId, row.id);
    return ok({
      set: { state: "cancelled", dueAt: null },
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
