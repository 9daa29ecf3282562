import { foldWords } from "../fold";
import { CARE } from "./words/care";
import { CLOTHES } from "./words/clothes";
import { ELECTRIC } from "./words/electric";
import { HOME } from "./words/home";
import { KITCHEN } from "./words/kitchen";
import { OUTSIDE } from "./words/outside";
import { PACKING } from "./words/packing";
import { PAPER } from "./words/paper";

/**
 * A line begins with what a thing is mostly called; other names and kinds of it follow. After `>` comes what it is more
 * widely, if a dictionary has no word for it: 「ルンバ」 is a robot cleaner, a cleaner at last, and never the other way.
 */
export const LINES: readonly string[] = [
  ...KITCHEN,
  ...ELECTRIC,
  ...CLOTHES,
  ...HOME,
  ...PAPER,
  ...PACKING,
  ...CARE,
  ...OUTSIDE,
];

const TO_FIRST = 0.95;
const FROM_FIRST = 0.87;
const BESIDE = 0.85;
const WIDER = 0.84;
const IN_PART = 0.98;

type Other = { words: string; trust: number };
const others = new Map<string, Map<string, number>>();

function link(from: string, to: string, trust: number): void {
  if (from === to) return;
  const known = others.get(from) ?? new Map<string, number>();
  known.set(to, Math.max(known.get(to) ?? 0, trust));
  others.set(from, known);
}

for (const line of LINES) {
  const [called = [], ...wider] = line.split(">").map((step) => step.trim().split(/\s+/).map(foldWords));
  for (const [at, word] of called.entries()) {
    for (const [beside, other] of called.entries())
      link(word, other, beside === 0 ? TO_FIRST : at === 0 ? FROM_FIRST : BESIDE);
    for (const [step, words] of wider.entries())
      for (const other of words) link(word, other, WIDER ** (step + 1));
  }
}

/** The lengths of the words that begin with a letter, longest first. */
const lengths = new Map<string, number[]>();
for (const word of others.keys()) {
  const known = lengths.get(word.charAt(0)) ?? [];
  if (!known.includes(word.length))
    lengths.set(
      word.charAt(0),
      [...known, word.length].sort((a, b) => b - a),
    );
}
const standsAlone = (word: string): boolean => word.length >= (/[^ぁ-ゖー]/.test(word) ? 2 : 3);

/** Other ways to say the same by general synonyms, of the whole or of one part of it. */
export function reworded(folded: string): Other[] {
  const found: Other[] = [];
  for (let from = 0; from < folded.length; from += 1)
    for (const length of lengths.get(folded.charAt(from)) ?? []) {
      const to = from + length;
      if (to > folded.length) continue;
      const word = folded.slice(from, to);
      const list = others.get(word);
      if (!list) continue;
      const isWhole = to - from === folded.length;
      const isFree =
        (from === 0 || folded.charAt(from - 1) === "の") &&
        (to === folded.length || folded.charAt(to) === "の");
      if (!isFree && !standsAlone(word)) continue;
      for (const [other, trust] of list)
        found.push({
          words: folded.slice(0, from) + other + folded.slice(to),
          trust: isWhole ? trust : trust * IN_PART,
        });
    }
  return found.sort((a, b) => b.trust - a.trust);
}
