import type { BroadcastKind, BroadcastState, Spoken } from "@/db/enums";
import { told } from "@/lib/segments/figures";

/** Recipients by what became of their batch. */
export type Progress = {
  total: number;
  accepted: number;
  failed: number;
  unknown: number;
  skipped: number;
  pending: number;
  sending: number;
  firstAcceptedAt: Date | null;
};

/**
 * As a person may see it: nothing of an audience too small to be told. Of a larger one every part stays exact, none
 * included: "nobody failed" has to be told from "a few failed", and what became of a batch says nothing about a person.
 */
export const progressFor = (progress: Progress, mayView: boolean): Progress | null =>
  told(progress.total, mayView) === null ? null : progress;

/** LINE messages in every language, fallbacks put in: byte for byte what each attempt sends. */
export type Rendered = Record<Spoken, readonly unknown[]>;

export const inEveryLanguage = (messages: (spoken: Spoken) => readonly unknown[]): Rendered => ({
  ja: messages("ja"),
  easy: messages("easy"),
  en: messages("en"),
  zh: messages("zh"),
  ko: messages("ko"),
});

export const HOLD_MS: Record<BroadcastKind, number> = { routine: 60_000, emergency: 10_000, drill: 60_000 };
/** Found later than this, a broadcast waits for a person. */
export const LATE_MS = 15 * 60_000;

/** Why something held is not released by itself, in `paused_reason`; null: it grew. */
export const QUOTA_SHORT = "quota-short";
export const ALTERED = "altered";

/** More than 20 % more recipients than the approver saw: a person looks again. */
export const hasGrown = (then: number | null, now: number): boolean => then !== null && now > then * 1.2;

/** A late one goes out on a person's word within a day; after that its words are yesterday's and are decided anew. */
const STALE_MS = 24 * 3_600_000;

/** May what waited for a person since `since` still go out: while its words are of today, and not into the night. */
export function checkWait(
  waiting: { kind: BroadcastKind; since: Date | null; mayRingAtNight: boolean },
  given: { isNight: boolean; now: Date },
): Extract<DeedRefusal, "too-late" | "quiet-hours"> | null {
  const { since } = waiting;
  if (since === null || given.now.getTime() - since.getTime() > STALE_MS) return "too-late";
  return given.isNight && waiting.kind !== "emergency" && !waiting.mayRingAtNight ? "quiet-hours" : null;
}

/** What was found late is released for a reason, too. */
export const checkLateRelease = (
  late: Parameters<typeof checkWait>[0],
  given: { reason: string; isNight: boolean; now: Date },
): Extract<DeedRefusal, "reason" | "too-late" | "quiet-hours"> | null =>
  checkWait(late, given) ?? (given.reason.trim() === "" ? "reason" : null);

/** What a broadcast is once nothing of it is open any more. Null: something still is. */
export function deriveState(
  progress: Progress,
  wasStopped: boolean,
): Extract<BroadcastState, "sent" | "partly_failed" | "stopped"> | null {
  if (progress.pending > 0 || progress.sending > 0) return null;
  if (wasStopped) return "stopped";
  return progress.failed > 0 || progress.unknown > 0 ? "partly_failed" : "sent";
}

export type Deed = "release" | "undo" | "pause" | "resume" | "stop";
export type DeedRefusal =
  | "state"
  | "own"
  | "quota"
  | "altered"
  | "corrected"
  | "reason"
  | "too-late"
  | "quiet-hours";

const FROM: Record<Deed, readonly BroadcastState[]> = {
  release: ["late", "held"],
  undo: ["late", "held"],
  pause: ["sending"],
  resume: ["paused"],
  stop: ["sending", "paused"],
};

/**
 * May this be done now? What waits for a second look (late, or grown) is not released by who wrote it; an emergency is,
 * since one person may send it alone.
 */
export function canDo(
  deed: Deed,
  broadcast: {
    kind: BroadcastKind;
    state: BroadcastState;
    /** Released by itself if nobody does anything. */
    releasesItself: boolean;
    /** They had a hand in it. */
    isOwn: boolean;
  },
): { ok: true } | { ok: false; reason: DeedRefusal } {
  if (!FROM[deed].includes(broadcast.state)) return { ok: false, reason: "state" };
  const needsSecond = deed === "release" && !broadcast.releasesItself && broadcast.kind !== "emergency";
  return needsSecond && broadcast.isOwn ? { ok: false, reason: "own" } : { ok: true };
}
