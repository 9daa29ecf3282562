import type { BotEntryKind } from "@/db/enums";
import type { Decision } from "@/lib/chatbot/decide";
import type { Hit, Reason } from "@/lib/chatbot/entry";
import type { LineMessage } from "@/lib/conversations/message";

/** A candidate with why it matched. `score` 0 to 1. */
export type TriedHit = { kind: BotEntryKind; key: string; title: string; score: number; reason: Reason };

/** What a text comes to. `hits`: best first; of `none` they are offered, not answered. */
export type Outcome =
  | { kind: "answer" | "choose" | "none"; hits: TriedHit[] }
  /** A fixed word, a greeting, the list of topics, 受信設定: no entry is asked. */
  | { kind: "command" | "noise" | "topics" | "settings" | "page" }
  /** Words that begin a scenario come before the bot. */
  | { kind: "scenario"; title: string };

/** What a resident would read, and why. */
export type Tried = { messages: LineMessage[]; outcome: Outcome };

const triedHit = ({ entry, score, reason }: Hit): TriedHit => ({
  kind: entry.kind,
  key: entry.key,
  title: entry.title,
  score,
  reason,
});

export function outcomeOf(decision: Decision): Outcome {
  if (decision.kind !== "verdict") return { kind: decision.kind };
  const { verdict } = decision;
  const hits =
    verdict.kind === "answer" ? [verdict.hit] : verdict.kind === "choose" ? verdict.hits : verdict.nearest;
  return { kind: verdict.kind, hits: hits.map(triedHit) };
}
