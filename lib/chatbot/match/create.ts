import type { Entry } from "../entry";
import { foldWords } from "../fold";

/** One way to name an entry. `folded` is never empty. */
export type Name = { entry: Entry; field: "title" | "reading" | "synonym"; words: string; folded: string };

/** What `ask` looks into: made once for each published state, never changed. */
export type Index = { names: readonly Name[]; same: ReadonlyMap<string, readonly Name[]> };

const namesOf = (entry: Entry): Name[] =>
  [
    { field: "title" as const, words: entry.title },
    ...(entry.reading === null ? [] : [{ field: "reading" as const, words: entry.reading }]),
    ...entry.synonyms.map((words) => ({ field: "synonym" as const, words })),
  ]
    .map((name) => ({ ...name, entry, folded: foldWords(name.words) }))
    .filter((name) => name.folded !== "");

/** Of all kinds together, in the order in which they hide each other: the first of two of the same words wins. */
export function createIndex(entries: readonly Entry[]): Index {
  const names = entries.flatMap(namesOf);
  const same = new Map<string, Name[]>();
  for (const name of names) {
    const others = same.get(name.folded);
    if (others) others.push(name);
    else same.set(name.folded, [name]);
  }
  return { names, same };
}
