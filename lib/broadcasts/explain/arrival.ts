import type { BATCH_STATES, BroadcastState } from "@/db/enums";
import { clock, shortDate } from "@/lib/core/time";
import type { Explanation } from "@/lib/segments/why-not";
import { ARRIVAL_WORDS as words } from "../messages";

export type Batch = { state: (typeof BATCH_STATES)[number]; settledAt: Date | null };
type Known = {
  /** When the audience was fixed; null: not yet. */
  frozenAt: Date | null;
  state: BroadcastState;
  /** It sets another one right and goes to those alone whom that one reached, or may have reached. */
  corrects: boolean;
  batch: Batch | null;
  /** As the rule and their settings are now. */
  now: Explanation;
};

const when = (at: Date): string => `${shortDate(at)} ${clock(at)}`;

/** What staff can tell a resident who asks after one broadcast. */
export function tellArrival({ frozenAt, state, corrects, batch, now }: Known): Explanation {
  if (corrects && !batch) return { reached: false, reasons: [words.onlyCorrected] };
  if (frozenAt === null) return now;
  if (!batch) return { reached: false, reasons: [words.notChosen(when(frozenAt)), ...sinceThen(now)] };
  switch (batch.state) {
    case "accepted":
      return {
        reached: true,
        reasons: [words.accepted(when(batch.settledAt ?? frozenAt)), ...stillMissing(now)],
      };
    case "pending":
    case "sending":
    case "split":
      return { reached: false, reasons: [state === "paused" ? words.paused : words.waiting] };
    case "failed":
      return { reached: false, reasons: [words.refused] };
    case "unknown":
      return { reached: false, reasons: [words.unknown] };
    case "skipped":
      return { reached: false, reasons: [words.skipped] };
  }
}

/** Their settings may have changed since the audience was fixed: then today's reasons would mislead without saying so. */
const sinceThen = (now: Explanation): string[] => (now.reached ? [words.wouldNow] : now.reasons);

/** LINE accepts for friends who block the account, too: it says nothing and delivers nothing. */
const stillMissing = (now: Explanation): string[] => (now.reached ? [] : [words.lineSaysNothing]);
