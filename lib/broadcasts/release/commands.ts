import { eq } from "drizzle-orm";
import { broadcastSeries, broadcasts } from "@/db/schema";
import { findCityProfile } from "@/lib/city/queries";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { ok, type Result, refused } from "@/lib/core/result";
import { hours } from "@/lib/core/time";
import { countAudience } from "@/lib/segments/queries";
import type { Rule } from "@/lib/segments/rule";
import { findSeenVersion, type Moved } from "../approval/commands";
import { type FreezeRefusal, findShortage, freezeVersion } from "../approval/freeze/commands";
import { isEveryone, movedTooFar } from "../audience";
import { REFUSALS } from "../messages";
import { type BroadcastVersion, getVersion, lockBroadcast } from "../queries";
import { isQuietAt } from "../quiet";
import { recordHappening } from "../record/commands";
import { firstDue, type Schedule } from "../schedule";
import type { CancelInput, EmergencyInput, OnlyId, ScheduleInput } from "../schema";
import { canCancel, canSchedule, canSendEmergency, canUnschedule, type Refusal } from "../status";

type StaffCtx = Ctx<StaffActor>;
const no = <R extends keyof typeof REFUSALS>(reason: R) => refused(reason, REFUSALS[reason]);

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

/** An approved one gets its time: as planned, or at once. The worker takes it up when it is due. */
export async function schedule(
  ctx: StaffCtx,
  input: ScheduleInput,
): Promise<Result<Moved, Refusal | ConfirmRefusal | "stale-version" | "past" | "quiet-hours">> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const locked = await lockBroadcast(inner, input);
    const { row } = locked;
    const verdict = canSchedule(locked.standing, locked.who);
    if (!verdict.ok) return no(verdict.reason);
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
    await tx
      .update(broadcasts)
      // A series' template is never due itself: its occurrences are.
      .set({ state: "scheduled", dueAt: seriesId ? null : due, seriesId, updatedAt: ctx.now })
      .where(eq(broadcasts.id, row.id));
    await recordHappening(inner, {
      broadcastId: row.id,
      kind: "scheduled",
      version: input.version,
      reason,
      detail: { dueAt: due.toISOString(), count: confirmed.value.count, seriesId },
      fields: ["state", "due_at"],
    });
    return ok({ id: row.id });
  });
}

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
export async function unschedule(ctx: StaffCtx, input: OnlyId): Promise<Result<Moved, Refusal>> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { row, standing, who } = await lockBroadcast(inner, input);
    const verdict = canUnschedule(standing, who);
    if (!verdict.ok) return no(verdict.reason);
    if (row.seriesId && isTemplate(row)) await endSeries(inner, row.seriesId, row.id);
    await tx
      .update(broadcasts)
      .set({
        state: "approved",
        dueAt: null,
        seriesId: isTemplate(row) ? null : row.seriesId,
        updatedAt: ctx.now,
      })
      .where(eq(broadcasts.id, row.id));
    await recordHappening(inner, {
      broadcastId: row.id,
      kind: "unscheduled",
      version: row.version,
      fields: ["state", "due_at"],
    });
    return ok({ id: row.id });
  });
}

/** Will not be sent. Nothing of it went out. */
export async function cancelBroadcast(ctx: StaffCtx, input: CancelInput): Promise<Result<Moved, Refusal>> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { row, standing, who } = await lockBroadcast(inner, input);
    const verdict = canCancel(standing, who);
    if (!verdict.ok) return no(verdict.reason);
    if (row.seriesId && isTemplate(row)) await endSeries(inner, row.seriesId, row.id);
    await tx
      .update(broadcasts)
      .set({ state: "cancelled", dueAt: null, updatedAt: ctx.now })
      .where(eq(broadcasts.id, row.id));
    await recordHappening(inner, {
      broadcastId: row.id,
      kind: "cancelled",
      version: row.version,
      reason: input.reason,
    });
    return ok({ id: row.id });
  });
}

/** One person alone, in an emergency: it goes to the worker at once, and a second person still has to look at it. */
export async function sendEmergency(
  ctx: StaffCtx,
  input: EmergencyInput,
): Promise<Result<Moved, Refusal | FreezeRefusal | ConfirmRefusal>> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { row, standing, who } = await lockBroadcast(inner, input);
    const verdict = canSendEmergency(standing, who);
    if (!verdict.ok) return no(verdict.reason);
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
    await tx
      .update(broadcasts)
      .set({
        state: "scheduled",
        version,
        dueAt: ctx.now,
        approvalOwed: true,
        countAtApproval: confirmed.value.count,
        writerIds: [...new Set([...standing.writerIds, ctx.actor.staffId])],
        updatedAt: ctx.now,
      })
      .where(eq(broadcasts.id, row.id));
    await recordHappening(inner, {
      broadcastId: row.id,
      kind: "approval_owed",
      version,
      detail: { count: confirmed.value.count },
      fields: ["state", "version", "approval_owed"],
    });
    return ok({ id: row.id });
  });
}
