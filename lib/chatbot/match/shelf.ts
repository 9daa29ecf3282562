import type { Entry } from "../entry";
import { foldWords } from "../fold";
import { STEP, type Steps } from "../steps";
import { type Name, namesOf } from "./names";

/** The names of the entries of one kind, findable by their pieces. Made once, never changed. */
export type Shelf = {
  names: readonly Name[];
  /** By folded and by loosely folded words. */
  same: ReadonlyMap<string, readonly Name[]>;
  loose: ReadonlyMap<string, readonly Name[]>;
  /** Which names hold two letters in a row (`^` and `$`: ends), by their place in `names`, rising. */
  pieces: ReadonlyMap<string, readonly number[]>;
};

/** Single letters are pieces, too, for whoever asks for 「本」. */
const lettersOf = (word: string): string[] => word.split("");

/** Two letters in a row of a word, with its ends; each once. */
export function piecesOf(word: string): Set<string> {
  const text = `^${word}$`;
  const pieces = new Set<string>();
  for (let at = 1; at < text.length; at += 1) pieces.add(text.slice(at - 1, at + 1));
  return pieces;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const all = (word: string): string[] => [...piecesOf(word), ...lettersOf(word)];

/**
 * Of two entries of the very same title the first hides the other: a choice between two equal words is none. Things that
 * go to different categories stay both, though (布団 of nylon, 布団 of cotton): the resident is asked which, in other words.
 */
const titleOf = ({ kind, title, category }: Entry): string =>
  kind === "garbage" ? `${foldWords(title)} ${category ?? ""}` : foldWords(title);

export function* shelving(entries: readonly Entry[]): Steps<Shelf> {
  const titles = new Set<string>();
  const names: Name[] = [];
  const same = new Map<string, Name[]>();
  const loose = new Map<string, Name[]>();
  const pieces = new Map<string, number[]>();
  for (const [taken, entry] of entries.entries()) {
    if (taken % STEP === STEP - 1) yield;
    const title = titleOf(entry);
    if (titles.has(title)) continue;
    titles.add(title);
    for (const name of namesOf(entry)) {
      const at = names.push(name) - 1;
      put(same, name.folded, name);
      put(loose, name.loose, name);
      for (const piece of new Set([...all(name.loose), ...all(name.folded)])) put(pieces, piece, at);
    }
  }
  return { names, same, loose, pieces };
}

/** Names that hold these words somewhere, as they are written or loosely. */
export function holding(shelf: Shelf, words: string, spelling: "folded" | "loose"): Name[] {
  let fewest: readonly number[] = shelf.pieces.get(words.charAt(0)) ?? [];
  for (let at = 2; at <= words.length; at += 1) {
    const list = shelf.pieces.get(words.slice(at - 2, at));
    if (!list) return [];
    if (list.length < fewest.length) fewest = list;
  }
  const found: Name[] = [];
  for (const at of fewest) {
    const name = shelf.names[at];
    if (name?.[spelling].includes(words)) found.push(name);
  }
  return found;
}

/** How many of the pieces each name has, by its place. */
export function sharing(shelf: Shelf, pieces: ReadonlySet<string>): Uint8Array {
  const shared = new Uint8Array(shelf.names.length);
  for (const piece of pieces)
    for (const at of shelf.pieces.get(piece) ?? []) shared[at] = Math.min(255, (shared[at] ?? 0) + 1);
  return shared;
}
