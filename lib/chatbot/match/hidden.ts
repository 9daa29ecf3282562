import type { Entry, Verdict } from "../entry";
import { ask } from "./ask";
import { createIndex } from "./create";

/** `words`: of the hidden entry; `by`: what is answered when they are asked. */
export type Hidden = { entry: Entry; words: string; by: Entry };

const offered = (verdict: Verdict): Entry[] =>
  verdict.kind === "answer"
    ? [verdict.hit.entry]
    : verdict.kind === "choose"
      ? verdict.hits.map((hit) => hit.entry)
      : [];

/** Words of entries that never bring their own entry, because another one is answered or offered to them. */
export function hiddenEntries(entries: readonly Entry[]): Hidden[] {
  const index = createIndex(entries);
  return entries.flatMap((entry) =>
    [entry.title, ...entry.synonyms].flatMap((words) => {
      const shown = offered(ask(index, words));
      const by = shown[0];
      return by && !shown.includes(entry) ? [{ entry, words, by }] : [];
    }),
  );
}
