import type { ReportStatus } from "@/db/enums";
import { hours, minutes } from "@/lib/core/time";
import type { Chance } from "../random";
import type { Kind } from "./kind";
import { afterWorkingDays } from "./moments";
import { CLOSING_NOTES, NOTES, REASONS, SILENT } from "./notes";

/** One thing that happened to a case. `by`: the desk that sorts, or a crew of the section. */
export type CaseEvent = { at: Date; by: "desk" | "crew" } & (
  | { kind: "assigned" }
  | { kind: "note"; text: string }
  /** `tell`: the resident gets the usual message for the status; else why not. */
  | { kind: "status"; from: ReportStatus; to: ReportStatus; reason: string; tell: boolean; silent: string }
  | { kind: "message"; template: "visited" | "made-safe" | "takes-longer" }
);

export type CaseInput = {
  kind: Kind;
  receivedAt: Date;
  now: Date;
  reachable: boolean;
  /** How it will end when there is time enough; a duplicate needs an original. */
  end: ReportStatus;
  chance: Chance;
};

/** Share of changes of which residents hear. */
const TELLS: Partial<Record<ReportStatus, number>> = {
  checking: 0.12,
  working: 0.5,
  done: 0.86,
  referred: 0.85,
  not_needed: 0.8,
  duplicate: 0.6,
};

/** Everything that happens to a case up to now, oldest first. */
export function workCase({ kind, receivedAt, now, reachable, end, chance }: CaseInput): CaseEvent[] {
  const events: CaseEvent[] = [];
  let status: ReportStatus = "received";
  const move = (at: Date, by: CaseEvent["by"], to: ReportStatus, reason = "") => {
    const tell = reachable && chance.chance(TELLS[to] ?? 0);
    const silent = tell ? "" : chance.pick(reachable ? SILENT.choice : SILENT.unreachable);
    events.push({ at, by, kind: "status", from: status, to, reason, tell, silent });
    status = to;
  };
  const lookAt = afterWorkingDays(receivedAt, Math.min(12, chance.spread(...kind.look)), chance);
  const later = (from: Date, minutesLow: number, minutesHigh: number) =>
    new Date(from.getTime() + chance.between(minutesLow, minutesHigh) * 60_000);

  if (chance.chance(0.55))
    events.push({
      at: new Date(Math.max(receivedAt.getTime() + minutes(2), lookAt.getTime() - hours(0.4))),
      by: "desk",
      kind: "assigned",
    });
  if (end === "duplicate") {
    move(lookAt, "desk", "duplicate");
    return events.filter((event) => event.at < now);
  }
  move(lookAt, chance.chance(0.5) ? "desk" : "crew", "checking");
  const fixDays = Math.min(55, chance.spread(...kind.fix));
  const visitAt = later(lookAt, 40, 300);
  if (chance.chance(0.6))
    events.push({ at: visitAt, by: "crew", kind: "note", text: chance.pick(NOTES[kind.theme] ?? NOTES.any) });

  if (end === "done") {
    const startAt = afterWorkingDays(visitAt, fixDays * chance.between(0.1, 0.4), chance);
    move(startAt, "crew", "working");
    if (reachable && fixDays > 8 && chance.chance(0.4)) {
      events.push({
        at: later(startAt, 5, 50),
        by: "crew",
        kind: "message",
        template: chance.pick(["made-safe", "takes-longer"] as const),
      });
    } else if (reachable && chance.chance(0.1)) {
      events.push({ at: later(startAt, 5, 50), by: "crew", kind: "message", template: "visited" });
    }
    const endAt = afterWorkingDays(startAt, fixDays * 0.7, chance);
    if (chance.chance(0.5))
      events.push({ at: later(endAt, -90, -10), by: "crew", kind: "note", text: chance.pick(CLOSING_NOTES) });
    move(endAt, "crew", "done");
  } else {
    const endAt = afterWorkingDays(visitAt, Math.min(10, fixDays * 0.4), chance);
    move(
      endAt,
      chance.chance(0.5) ? "desk" : "crew",
      end,
      chance.pick(end === "referred" ? REASONS.referred : REASONS.not_needed),
    );
  }
  return events.filter((event) => event.at < now).sort((a, b) => a.at.getTime() - b.at.getTime());
}
