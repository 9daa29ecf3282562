import type { BroadcastKind, BroadcastState } from "@/db/enums";

/** What a decision about a broadcast needs to know of it. */
export type Standing = {
  state: BroadcastState;
  kind: BroadcastKind;
  /** Everybody who had a hand in it: who made it, changed it, or asked for its approval. None of them may approve it. */
  writerIds: readonly number[];
  approvalOwed: boolean;
  /** LINE accepted some of it: residents have read it. */
  reached: boolean;
  /** A template whose occurrences are sent by themselves. */
  inSeries: boolean;
};

/** What it needs to know of the person, in this broadcast's section. */
export type Person = { staffId: number; mayWrite: boolean; mayApprove: boolean; mayEmergency: boolean };

export type Refusal = "role" | "state" | "own" | "kind" | "not-reached" | "not-owed";
export type Verdict = { ok: true } | { ok: false; reason: Refusal };

const yes: Verdict = { ok: true };
const no = (reason: Refusal): Verdict => ({ ok: false, reason });

const DRAFT: readonly BroadcastState[] = ["draft", "returned"];
/** Nothing of it went out, and it is in no worker's hands. */
const STILL: readonly BroadcastState[] = ["draft", "returned", "submitted", "approved", "scheduled", "late"];

const writerIn = (states: readonly BroadcastState[]) => (b: Standing, who: Person) =>
  !who.mayWrite ? no("role") : states.includes(b.state) ? yes : no("state");

export const canEdit = writerIn(DRAFT);
export const canSubmit = writerIn(DRAFT);
export const canWithdraw = writerIn(["submitted", "approved"]);

/** A second person: one who had no hand in it. */
function secondPerson(b: Standing, who: Person): Verdict {
  if (!who.mayApprove) return no("role");
  return b.writerIds.includes(who.staffId) ? no("own") : yes;
}

export function canApprove(b: Standing, who: Person): Verdict {
  const second = secondPerson(b, who);
  return second.ok && b.state !== "submitted" ? no("state") : second;
}
const handled = (who: Person) => who.mayWrite || who.mayApprove;

export const canSchedule = (b: Standing, who: Person): Verdict =>
  !handled(who) ? no("role") : b.state === "approved" ? yes : no("state");

/** One whose approved time is over: not on the word of who wrote it; an emergency one person may send alone anyhow. */
export const canScheduleLate = (b: Standing, who: Person): Verdict =>
  b.kind === "emergency" ? canSchedule(b, who) : secondPerson(b, who);

export const canUnschedule = (b: Standing, who: Person): Verdict =>
  !handled(who) ? no("role") : b.state === "scheduled" || b.state === "late" ? yes : no("state");

export const canCancel = (b: Standing, who: Person): Verdict =>
  !handled(who) ? no("role") : STILL.includes(b.state) ? yes : no("state");

/** One person alone, in an emergency only; somebody else still has to look afterwards. */
export function canSendEmergency(b: Standing, who: Person): Verdict {
  if (!who.mayEmergency || !who.mayWrite) return no("role");
  if (b.kind !== "emergency") return no("kind");
  return DRAFT.includes(b.state) || b.state === "submitted" ? yes : no("state");
}

/** What a broadcast loses that nobody has approved, when it is a draft again. */
export const UNDECIDED = { version: null, approvalOwed: false, countAtApproval: null } as const;

/** What one loses whose frozen recipients are taken away with it: nobody was written to. */
export const UNFROZEN = {
  rendered: null,
  frozenAt: null,
  heldUntil: null,
  countAtFreeze: null,
  pausedReason: null,
} as const;

/** Looking at it after it went out: approving it late, or objecting. */
export function canApproveAfter(b: Standing, who: Person): Verdict {
  const second = secondPerson(b, who);
  return second.ok && !b.approvalOwed ? no("not-owed") : second;
}

const AFTER: readonly BroadcastState[] = ["sending", "paused", "sent", "partly_failed", "stopped"];

export function canCorrect(b: Standing, who: Person): Verdict {
  if (!who.mayWrite) return no("role");
  if (!AFTER.includes(b.state)) return no("state");
  return b.reached ? yes : no("not-reached");
}

export const canCopy = (_: Standing, who: Person): Verdict => (who.mayWrite ? yes : no("role"));

export const canTest = (b: Standing, who: Person): Verdict =>
  !handled(who) ? no("role") : b.state === "cancelled" ? no("state") : yes;
