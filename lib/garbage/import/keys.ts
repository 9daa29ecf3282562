import { createHash } from "node:crypto";
import { fold } from "@/lib/scenarios/fold";

type Known = { key: string; title: string; category: string | null };
type Fresh = { folded: string; category: string };

/** Short enough for any button, and the same for the same words in every import. */
export const hashOf = (...words: string[]): string =>
  createHash("sha256").update(JSON.stringify(words)).digest("base64url").slice(0, 14);

/**
 * Keys for items of a file, in its order: that of the item it was before, by name and category, else by name alone (it
 * moved to another category), else one made of its name. `category` is a key of the book on both sides.
 */
export function keysFor(items: readonly Fresh[], known: readonly Known[]): string[] {
  const exact = new Map<string, Known[]>();
  const named = new Map<string, Known[]>();
  const push = (map: Map<string, Known[]>, at: string, one: Known) => {
    const list = map.get(at);
    if (list) list.push(one);
    else map.set(at, [one]);
  };
  const pair = (folded: string, category: string | null) => `${folded}\n${category ?? ""}`;
  // The last one first: the first one is then at the end, where it is taken without looking at the others again.
  for (const one of known.toReversed()) {
    const folded = fold(one.title);
    push(exact, pair(folded, one.category), one);
    push(named, folded, one);
  }
  const taken = new Set<string>();
  const take = (list: Known[] | undefined): string | null => {
    for (let one = list?.pop(); one; one = list?.pop()) {
      if (taken.has(one.key)) continue;
      taken.add(one.key);
      return one.key;
    }
    return null;
  };
  // Exact ones first: a twin of another category must not take an item's key away.
  const keys = items.map((item) => take(exact.get(pair(item.folded, item.category))));
  const old = new Set(known.map((one) => one.key));
  /** What is not yet tried for words that come again and again: what once was taken stays taken. */
  const untried = new Map<string, number>();
  return items.map((item, at) => {
    const key = keys[at] ?? take(named.get(item.folded));
    if (key !== null) return key;
    const { folded } = item;
    const tries = [[folded], [folded, item.category]];
    const words = pair(folded, item.category);
    for (let n = untried.get(words) ?? 0; ; n++) {
      const made = `i-${hashOf(...(tries[n] ?? [folded, item.category, String(n)]))}`;
      if (taken.has(made) || old.has(made)) continue;
      taken.add(made);
      untried.set(words, n + 1);
      return made;
    }
  });
}
