import type { Verdict } from "./entry";
import { foldWords } from "./fold";
import type { Library } from "./library";
import { ask } from "./match/ask";
import { isSmallTalk } from "./match/elsewhere";
import { asksForTopics, TOPICS_ASKED } from "./messages";
import { type Noise, readNoise } from "./noise";
import { type Counted, keptWords, questionId, type Said } from "./question";
import type { BotCommand, BotCommands } from "./seam";
import { refOf } from "./tap";

/** What a text comes to. What the resident reads, what is counted and what 「試す」 shows all follow from this. */
export type Decision =
  | { kind: "command"; command: BotCommand }
  | { kind: "topics" }
  | { kind: "noise"; noise: Noise }
  | { kind: "verdict"; verdict: Verdict };

/** A fixed word before everything that may be like it; a greeting only if no entry is called so. */
export function decide(text: string, library: Library, commands: BotCommands): Decision {
  const command = commands.typed(text);
  if (command) return { kind: "command", command };
  const verdict = ask(library.index, text);
  const isNamed = verdict.kind === "answer" && verdict.hit.score === 1;
  if (!isNamed && asksForTopics(text)) return { kind: "topics" };
  const noise = isNamed ? null : (readNoise(text) ?? (isSmallTalk(foldWords(text)) ? "nothing" : null));
  return noise ? { kind: "noise", noise } : { kind: "verdict", verdict };
}

const NOBODY = { kind: null, topic: null, entryKey: null };

function saidOf(verdict: Verdict, library: Library): Said {
  if (verdict.kind === "choose") return { outcome: "asked_back", ...NOBODY };
  if (verdict.kind === "none") return { outcome: "not_found", ...NOBODY };
  const { kind, key } = verdict.hit.entry;
  const topic = library.known.get(refOf(verdict.hit.entry))?.entry.category ?? null;
  return { outcome: "answered", kind, topic, entryKey: key };
}

/** A row of `bot_questions`. */
export const counted = (event: { id: string; at: Date }, words: string, said: Said): Counted => ({
  eventId: questionId(event.id),
  askedAt: event.at,
  ...keptWords(words),
  ...said,
});

/** How a text is counted; null: it asks nothing, or is a step on the way. */
export function countedAs(
  event: { id: string; at: Date; text: string },
  decision: Decision,
  library: Library,
): Counted | null {
  switch (decision.kind) {
    case "noise":
      return null;
    case "topics":
      return counted(event, TOPICS_ASKED, { outcome: "command", ...NOBODY });
    case "command": {
      const { asked } = decision.command;
      return asked === null ? null : counted(event, asked, { outcome: "command", ...NOBODY });
    }
    case "verdict":
      return counted(event, event.text, saidOf(decision.verdict, library));
  }
}
