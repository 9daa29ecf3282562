import type { Entry } from "../entry";
import { ask } from "./ask";
import { createIndex } from "./create";

/** `words`: of the hidden entry; `by`: what is answered when they are asked. */
export type Hidden = { entry: Entry; words: string; by: Entry };

/** Words of entries that never bring their own entry, because another one is answered to them. */
export function hiddenEntries(entries: readonly Entry[]): Hidden[] {
  const index = createIndex(entries);
  return entries.flatMap((entry) =>
    [entry.title, ...entry.synonyms].flatMap((words) => {
      const verdict = ask(index, words);
      return verdict.kind === "answer" && verdict.hit.entry !== entry
        ? [{ entry, words, by: verdict.hit.entry }]
        : [];
    }),
  );
}
