import type { Entry } from "../entry";
import { exactly, folded } from "./ask";
import { createIndex } from "./create";

/** `words`: of the hidden entry; `by`: what is answered or offered when they are asked. */
export type Hidden = { entry: Entry; words: string; by: Entry };

/** Words of entries that never bring their own entry, because another one that is called so comes before it. */
export function hiddenEntries(entries: readonly Entry[]): Hidden[] {
  const index = createIndex(entries);
  return entries.flatMap((entry) =>
    [entry.title, ...entry.synonyms].flatMap((words) => {
      const called = exactly(index, folded(words)).map((hit) => hit.entry);
      const by = called[0];
      return by && !called.includes(entry) ? [{ entry, words, by }] : [];
    }),
  );
}
