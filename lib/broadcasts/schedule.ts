import { z } from "zod";
import type { BroadcastKind } from "@/db/enums";
import { isQuietAt, isQuietTime } from "./quiet";
import { nextTimes, recurrenceSchema } from "./recurrence";

/** Why it may ring phones at night all the same; kept in the version that is approved. */
const quietReason = z.string().trim().min(1).max(500).optional();

/** When a broadcast goes out. `now`: when a person presses the button after approval. */
export const scheduleSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("now"), quietReason }),
  z.object({ kind: z.literal("once"), at: z.iso.datetime(), quietReason }),
  z.object({ kind: z.literal("repeat"), recurrence: recurrenceSchema, quietReason }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

export const NOW: Schedule = { kind: "now" };

/** When it would first go out if released at `now`; null when its time is over. */
export function firstDue(schedule: Schedule, now: Date): Date | null {
  if (schedule.kind === "now") return now;
  if (schedule.kind === "repeat") return nextTimes(schedule.recurrence, now, 1)[0] ?? null;
  const at = new Date(schedule.at);
  return at.getTime() > now.getTime() ? at : null;
}

/** The one time that was approved: an occurrence of a series has its own. Null: a person presses, or it repeats. */
export const plannedAt = (schedule: Schedule, occurrenceAt: Date | null): Date | null =>
  schedule.kind === "once" ? new Date(schedule.at) : schedule.kind === "repeat" ? occurrenceAt : null;

export type ScheduleProblem = "past" | "quiet-hours" | "repeat-emergency";

/** What is wrong with a schedule at `now`. Emergencies may ring at night, and never repeat; drills keep quiet too. */
export function checkSchedule(schedule: Schedule, kind: BroadcastKind, now: Date): ScheduleProblem | null {
  if (schedule.kind === "repeat" && kind === "emergency") return "repeat-emergency";
  const due = firstDue(schedule, now);
  if (due === null) return "past";
  if (kind === "emergency" || schedule.quietReason) return null;
  const quiet = schedule.kind === "repeat" ? isQuietTime(schedule.recurrence.time) : isQuietAt(due);
  return quiet ? "quiet-hours" : null;
}
