import type { UnlinkPhase } from "@/lib/line/channel-gateway";

/**
 * LINE was asked to give tabs back, and does it after answering. `calls`: how often it was asked for the whole of it,
 * `looks`: how often how far the last one is.
 */
export type Batch = { requestId: string; calls: number; looks: number };

export type AfterLook = { next: "released" | "again" | "delete" } | { next: "wait"; afterMs: number };

/** LINE takes three calls an hour, and two switches may follow each other: after the second one the menus are deleted. */
const MOST_CALLS = 2;
/** LINE takes 100 looks an hour. With the pauses below about half an hour, and 35 looks at most. */
const MOST_LOOKS = 35;
const SHORTEST_MS = 2_000;
const LONGEST_MS = 60_000;

/** What to do once LINE said how far it is. `looks` counts this one, too. */
export function afterLook(phase: UnlinkPhase, { calls, looks }: Batch): AfterLook {
  if (phase === "succeeded") return { next: "released" };
  if (phase === "ongoing")
    return looks < MOST_LOOKS
      ? { next: "wait", afterMs: Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(looks - 1, 10)) }
      : { next: "delete" };
  return { next: calls < MOST_CALLS ? "again" : "delete" };
}

/**
 * The batch stands in its job's step until it is known how it ended: whichever worker takes the job next, after a pause or
 * a death, asks for it. No other step is written meanwhile.
 */
export const batchStep = ({ requestId, calls, looks }: Batch): string =>
  `release ${requestId} ${calls} ${looks}`;

const STEP = /^release (\S{1,100}) (\d{1,3}) (\d{1,3})$/;

/** Null: no batch is under way. */
export function readBatch(step: string | null): Batch | null {
  const [, requestId, calls, looks] = STEP.exec(step ?? "") ?? [];
  return requestId ? { requestId, calls: Number(calls), looks: Number(looks) } : null;
}

/** The step's name alone, as staff are told it. */
export const stepName = (step: string | null): string | null => step?.split(" ")[0] ?? null;
