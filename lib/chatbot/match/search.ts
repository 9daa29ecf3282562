import type { Entry, Hit, Reason } from "../entry";
import type { Name } from "./names";
import { holding, piecesOf, type Shelf, sharing } from "./shelf";
import { slips } from "./typo";
import type { Wording } from "./wordings";

const LOOSE = 0.96;
/** Of a part that is only the same in another spelling: homophones are many among short words. */
const OTHER_SPELLING = 0.9;
/** What a name is surer of that holds the words and is also meant by a general synonym. */
const TWO_WAYS = 0.01;
const ALONE = 0.9;
/** Of names measured for typos and likeness, at most so many: those with most pieces in common. */
const MEASURED = 60;
const LEAST_DICE = 0.24;

/** Slips that are forgiven in a word of that length; below them, not including. */
const forgiven = (length: number): number => (length < 4 ? 0.9 : length < 6 ? 1.2 : length < 10 ? 2.1 : 3.1);

type Found = Map<Entry, Hit>;

function note(found: Found, name: Name, score: number, how: Reason["how"]): void {
  const { entry, field, words } = name;
  const before = found.get(entry);
  const isBoth = before && before.reason.how !== how && [how, before.reason.how].includes("general");
  const most = Math.max(score, before?.score ?? 0);
  const total = isBoth && most < ALONE ? Math.min(ALONE, most + TWO_WAYS) : score;
  if (before && before.score >= total) return;
  found.set(entry, { entry, score: total, reason: { field, words, how } });
}

/** A name that holds the words: the more of it they are, the surer; its beginning or end surer than its middle. */
const partScore = (whole: string, part: string): number =>
  (whole.startsWith(part) ? 0.72 : whole.endsWith(part) ? 0.66 : 0.56) + 0.2 * (part.length / whole.length);

const KANJI = /^\p{Script=Han}/u;
const isLong = (text: string): boolean => text.length >= (/[^ぁ-ゖー]/.test(text) ? 2 : 3);

/** A name that the words hold: at their end it is what they are about (「テフロンのフライパン」). */
function held(shelf: Shelf, { folded }: Wording, scored: (name: Name, score: number) => void): void {
  const isKnown = (words: string) => words.length >= 2 && holding(shelf, words, "folded").length > 0;
  for (let at = 1; at < folded.length; at += 1) {
    const [start, end] = [folded.slice(0, at), folded.slice(at)];
    const names = shelf.same.get(end) ?? [];
    const isApart = start.endsWith("の") || (KANJI.test(end) && /[ぁ-ゖー]$/.test(start));
    if (names.length > 0 && (isApart || isLong(end))) {
      const base = isKnown(start.replace(/の$/, "")) ? 0.56 : 0.36;
      for (const name of names) scored(name, base + 0.3 * (end.length / folded.length));
    }
    if (isLong(start))
      for (const name of shelf.same.get(start) ?? []) scored(name, 0.36 + 0.3 * (at / folded.length));
  }
}

function measure(
  shelf: Shelf,
  { folded, loose }: Wording,
  scored: (name: Name, score: number, how: Reason["how"]) => void,
) {
  const length = loose.length;
  if (length < 3) return;
  const pieces = piecesOf(loose);
  const ranked: { name: Name; dice: number }[] = [];
  const shared = sharing(shelf, pieces);
  for (let at = 0; at < shared.length; at += 1) {
    const both = shared[at] ?? 0;
    const name = both === 0 ? undefined : shelf.names[at];
    if (name === undefined) continue;
    const dice = (2 * both) / (pieces.size + name.loose.length + 1);
    if (dice > LEAST_DICE) ranked.push({ name, dice });
  }
  ranked.sort((a, b) => b.dice - a.dice);
  for (const { name, dice } of ranked.slice(0, MEASURED)) {
    const most = forgiven(Math.max(folded.length, name.folded.length));
    const wrong = slips(loose, name.loose, most);
    const isOther = folded.length === name.folded.length ? 0 : 0.01;
    if (wrong < most)
      scored(name, 0.94 - 0.9 * (wrong / Math.max(length, name.loose.length)) - isOther, "typo");
    if (length >= 4 && name.loose.length >= 3) scored(name, 0.2 + 0.6 * dice, "like");
  }
}

/** Everything on the shelf that one of the wordings may mean, each entry once with its best reason, best first. */
export function search(shelf: Shelf, wordings: readonly Wording[]): Hit[] {
  const found: Found = new Map();
  for (const wording of wordings) {
    const { folded, loose, trust } = wording;
    const scored = (name: Name, score: number, how: Reason["how"]) =>
      note(
        found,
        name,
        score * trust * (how === "part" ? 1 : name.weight),
        wording.isGeneral ? "general" : how,
      );
    for (const name of shelf.same.get(folded) ?? []) scored(name, 1, "same");
    for (const name of shelf.loose.get(loose) ?? []) scored(name, LOOSE, "same");
    if (isLong(folded) || (!wording.isGeneral && (folded.length > 1 || KANJI.test(folded)))) {
      for (const name of holding(shelf, folded, "folded"))
        scored(name, partScore(name.folded, folded) * name.weight, "part");
      if (loose !== folded)
        for (const name of holding(shelf, loose, "loose"))
          scored(name, partScore(name.loose, loose) * name.weight * OTHER_SPELLING, "part");
    }
    held(shelf, wording, (name, score) => scored(name, score, "part"));
    if (wording.isMeasured) measure(shelf, wording, scored);
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.entry.title.length - b.entry.title.length);
}
