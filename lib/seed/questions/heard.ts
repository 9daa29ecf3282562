import { countedAs, decide } from "@/lib/chatbot/decide";
import type { Library } from "@/lib/chatbot/library";
import type { BotCommands } from "@/lib/chatbot/seam";
import { refOf } from "@/lib/chatbot/tap";
import type { Heard } from "./asked";

/** The bot itself: what it makes of a text, and which entries it offers beside. */
export function listenerOf(library: Library, commands: BotCommands): (text: string) => Heard | null {
  return (text) => {
    const decision = decide(text, library, commands);
    const counted = countedAs({ id: "", at: new Date(0), text }, decision, library);
    if (!counted) return null;
    const { eventId: _id, askedAt: _at, ...rest } = counted;
    const verdict = decision.kind === "verdict" ? decision.verdict : null;
    const hits = verdict?.kind === "choose" ? verdict.hits : verdict?.kind === "none" ? verdict.nearest : [];
    return {
      counted: rest,
      offered: hits.map(({ entry }) => ({
        kind: entry.kind,
        topic: library.known.get(refOf(entry))?.entry.category ?? null,
        entryKey: entry.key,
      })),
    };
  };
}
