import type { ReportStatus } from "@/db/enums";
import { ok, type Result, refused } from "@/lib/core/result";

/** What a move asks of the person who makes it. `original`: the number of the report this one repeats. */
type MoveNeed = "nothing" | "reason" | "original";
export type Move = { to: ReportStatus; needs: MoveNeed };

/** Reports somebody still has to work on; the rest are closed. */
export const OPEN_STATUSES = ["received", "checking", "working"] as const satisfies readonly ReportStatus[];

export const isOpen = (status: ReportStatus): boolean =>
  (OPEN_STATUSES as readonly ReportStatus[]).includes(status);

/**
 * The whole workflow. An open report goes forward, back one step, or is closed; a closed one is opened again, with a
 * reason, as 確認中 or 対応中. A case that another body repaired may be closed as done without being reopened first.
 */
const MOVES: Record<ReportStatus, readonly ReportStatus[]> = {
  received: ["checking", "working", "done", "not_needed", "referred", "duplicate"],
  checking: ["working", "done", "received", "not_needed", "referred", "duplicate"],
  working: ["done", "checking", "not_needed", "referred", "duplicate"],
  done: ["checking", "working"],
  not_needed: ["checking", "working"],
  referred: ["done", "checking", "working"],
  duplicate: ["checking", "working"],
};

/** What a move asks for, whether or not it is allowed. */
export function moveNeeds(from: ReportStatus, to: ReportStatus): MoveNeed {
  if (to === "duplicate") return "original";
  if (to === "not_needed" || to === "referred") return "reason";
  return !isOpen(from) && isOpen(to) ? "reason" : "nothing";
}

export const isReopening = (from: ReportStatus, to: ReportStatus): boolean => !isOpen(from) && isOpen(to);

export type MoveRefusal =
  | "forbidden"
  | "same-status"
  | "no-such-move"
  | "reason-missing"
  | "original-missing";
/** `mayChange`: what the permission table says of this person and this report's section (lib/reports/scope.ts). */
export type Mover = { mayChange: boolean };

/** May this person move a report so? Buttons and the command ask this one function. */
export function canMove(from: ReportStatus, to: ReportStatus, mover: Mover): Result<Move, MoveRefusal> {
  if (!mover.mayChange) return refused("forbidden");
  if (from === to) return refused("same-status");
  if (!MOVES[from].includes(to)) return refused("no-such-move");
  return ok({ to, needs: moveNeeds(from, to) });
}

/** `canMove`, and is what the move asks for given? Blank text is no reason. */
export function checkMove(
  from: ReportStatus,
  to: ReportStatus,
  mover: Mover,
  given: { reason?: string | undefined; original?: string | undefined },
): Result<Move, MoveRefusal> {
  const answer = canMove(from, to, mover);
  if (!answer.ok) return answer;
  if (answer.value.needs === "reason" && !given.reason?.trim()) return refused("reason-missing");
  if (answer.value.needs === "original" && !given.original?.trim()) return refused("original-missing");
  return answer;
}

/** Every move open to this person, in the order the menu shows them. */
export const listMoves = (from: ReportStatus, mover: Mover): Move[] =>
  MOVES[from].flatMap((to) => {
    const answer = canMove(from, to, mover);
    return answer.ok ? [answer.value] : [];
  });

/** Working days are not counted: a case is due this many days after receipt. Closed ones have no due date. */
export const DUE_DAYS = { normal: 14, high: 3 } as const;
