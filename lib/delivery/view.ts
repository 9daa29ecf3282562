import type { ArmVerdict } from "./arming";

/** Why nothing goes out, worst first; `ok`: it does. */
export type ChannelTrouble = "not-armed" | "paused" | "breaker" | "ok";

export type ChannelView = {
  trouble: ChannelTrouble;
  /** Null: armed. */
  notArmed: Extract<ArmVerdict, { armed: false }>["why"] | null;
  armedAt: Date | null;
  pausedReason: string | null;
  pausedAt: Date | null;
  breaker: { failures: number; since: Date | null; probeAt: Date | null } | null;
  /** Half the rate until then, because LINE said 429. */
  slowUntil: Date | null;
  sending: { broadcasts: number; waiting: number };
  /** Broadcasts that wait for a person. */
  held: { paused: number; stalled: number; late: number; grown: number; short: number; altered: number };
  mayManage: boolean;
};

export function troubleOf(
  view: Pick<ChannelView, "notArmed" | "pausedAt"> & { isBreakerOpen: boolean },
): ChannelTrouble {
  if (view.notArmed !== null) return "not-armed";
  if (view.pausedAt !== null) return "paused";
  return view.isBreakerOpen ? "breaker" : "ok";
}
