import type { BotEntryKind } from "@/db/enums";
import { searchKey } from "@/lib/core/text";
import type { BotEntry } from "../books/entry";
import { LIKELY, type Verdict } from "../entry";
import { ask } from "../match/ask";
import type { Index } from "../match/create";

/** An entry that words can be taught to. */
export type Target = { kind: BotEntryKind; key: string; title: string };

/**
 * What the draft would do with a question now. `answered`: that entry answers already. `targets`: the likely ones that
 * this person may teach, best first; what is merely near is no advice, for one press teaches it.
 */
export type Suggestion = { answered: Target | null; targets: Target[] };

const MOST = 5;
const FOUND = 20;

export const targetOf = ({ kind, key, title }: Target): Target => ({ kind, key, title });

const hitsOf = (verdict: Verdict) =>
  verdict.kind === "answer" ? [verdict.hit] : verdict.kind === "choose" ? verdict.hits : verdict.nearest;

/** `mayTeach` holds the entries that this person may change, by identity. */
export function suggest(index: Index, text: string, mayTeach: ReadonlySet<unknown>): Suggestion {
  const verdict = ask(index, text);
  return {
    answered: verdict.kind === "answer" ? targetOf(verdict.hit.entry) : null,
    targets: hitsOf(verdict)
      .filter((hit) => hit.score >= LIKELY && mayTeach.has(hit.entry))
      .slice(0, MOST)
      .map((hit) => targetOf(hit.entry)),
  };
}

/** Entries by a word somebody looks for: those the matcher finds first, then those that hold the word. */
export function findTargets(index: Index, entries: readonly BotEntry[], text: string): Target[] {
  const word = searchKey(text);
  const near = hitsOf(ask(index, text)).map((hit) => hit.entry);
  const holding =
    word === ""
      ? []
      : entries.filter((entry) =>
          [entry.title, entry.reading ?? "", ...entry.synonyms].some((words) =>
            searchKey(words).includes(word),
          ),
        );
  const allowed = new Set<unknown>(entries);
  const found = [...new Set([...near.filter((entry) => allowed.has(entry)), ...holding])];
  return found.slice(0, FOUND).map(targetOf);
}
