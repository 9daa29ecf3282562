import { type Entry, type Hit, LIKELY, type Reason, type Verdict } from "../entry";
import { foldQuestion, foldWords } from "../fold";
import type { Index } from "./create";
import { elsewhere, isSmallTalk } from "./elsewhere";
import { HEAD, type Name } from "./names";
import { searchQuestions } from "./questions";
import { search } from "./search";
import { wordingsOf } from "./wordings";

/** Nothing is called by a longer name: of a longer text the beginning is looked at. */
const LONGEST = 100;
const MOST = 10;
const NEAREST = 3;
/** From here on a hit is answered, if no other comes near. */
const SURE = 0.91;
const SURE_QUESTION = 0.86;
const APART = 0.07;
/** The others that are asked back with the best are hardly worse. */
const MARGIN = 0.25;
/** Below it there is nothing in common worth offering; single letters alone bring a thing up to some score. */
const NEAR = 0.44;
const NEAR_QUESTION = 0.25;

const isNear = ({ entry, score, reason }: Hit): boolean =>
  entry.kind === "garbage" ? score >= NEAR && reason.how !== "general" : score >= NEAR_QUESTION;

const choose = (hits: readonly Hit[]): Verdict => {
  const best = hits[0]?.score ?? 0;
  if (best < LIKELY) return { kind: "none", nearest: hits.filter(isNear).slice(0, NEAREST) };
  const least = Math.max(LIKELY, best - MARGIN);
  return { kind: "choose", hits: hits.filter((hit) => hit.score >= least).slice(0, MOST) };
};

function verdictOf(hits: readonly Hit[], sureFrom: number): Verdict {
  const [best, second] = hits;
  if (!best || best.score < sureFrom) return choose(hits);
  if ((second?.score ?? 0) <= best.score - APART) return { kind: "answer", hit: best };
  // Another name or a part of the dictionary's wording may be near; only one of them is what was said.
  if (best.score === 1 && (second?.score ?? 0) < 1) return { kind: "answer", hit: best };
  // Two things of the one title that was said: what is merely near is not meant.
  const said = hits.filter((hit) => hit.score === 1);
  if (said.length > 1 && new Set(said.map((hit) => foldWords(hit.entry.title))).size === 1)
    return { kind: "choose", hits: said.slice(0, MOST) };
  return { kind: "choose", hits: hits.filter((hit) => hit.score > best.score - APART).slice(0, MOST) };
}

/** A text as it is compared: all of it, and without the sentence around what it is about. */
export type Folded = { whole: string; asked: string };
export const folded = (text: string): Folded => {
  const start = text.slice(0, LONGEST);
  return { whole: foldWords(start), asked: foldQuestion(start) };
};

const sameHit = ({ entry, field, words }: { entry: Entry } & Pick<Reason, "field" | "words">): Hit => ({
  entry,
  score: 1,
  reason: { field, words, how: "same" },
});

/** 「はい」 is said for yes, not for the ash that is read so; a dictionary that has it as a name means it. */
const thingsCalled = (index: Index, form: string, isTalk: boolean): Name[] =>
  (index.garbage.same.get(form) ?? []).filter(
    ({ weight, field }) => weight >= HEAD && !(isTalk && field === "reading"),
  );

/**
 * What is called exactly so: first by the whole text, then by what is left without the sentence around it; a keyword
 * before garbage before a question. Several: things of which only the resident knows which is meant.
 */
export function exactly(index: Index, { whole, asked }: Folded): Hit[] {
  const isTalk = isSmallTalk(whole);
  for (const form of whole === asked ? [whole] : [whole, asked]) {
    const called = index.asked.same.get(form) ?? [];
    const keyword = called.find(({ entry }) => entry.kind === "keyword");
    if (keyword) return [sameHit(keyword)];
    const things = thingsCalled(index, form, isTalk);
    if (things.length > 0) return things.map(sameHit);
    const [question] = called;
    if (question) return [sameHit(question)];
  }
  return [];
}

const holds = (entry: Entry, words: readonly string[]): boolean => {
  if (words.length === 0) return true;
  const all = foldWords([entry.title, entry.reading ?? "", ...entry.synonyms].join(" "));
  return words.every((word) => all.includes(word));
};

/** Each entry once, with its best hit, best first. */
function bestOf(hits: readonly Hit[]): Hit[] {
  const best = new Map<Entry, Hit>();
  for (const hit of hits) if ((best.get(hit.entry)?.score ?? 0) < hit.score) best.set(hit.entry, hit);
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** The answer of the bot to one text: keywords before garbage before FAQ. Never throws, whatever the text. */
export function ask(index: Index, text: string): Verdict {
  const forms = folded(text);
  const [exact] = exactly(index, forms);
  if (exact && exact.entry.kind !== "garbage") return { kind: "answer", hit: exact };
  if (!exact && isSmallTalk(forms.whole)) return { kind: "none", nearest: [] };
  const other = elsewhere(forms.whole);
  const wordings = wordingsOf(forms);
  const things = search(index.garbage, wordings);
  const garbage = exact ? things : things.filter((hit) => holds(hit.entry, other));
  const thing = verdictOf(garbage, SURE);
  if (exact || thing.kind === "answer") return thing;
  const questions = bestOf([
    ...searchQuestions(index.asked, text.slice(0, LONGEST)),
    ...search(index.named, wordings),
  ]);
  const asked = verdictOf(questions, SURE_QUESTION);
  if (asked.kind === "answer" && asked.hit.score > (garbage[0]?.score ?? 0)) return asked;
  return choose([...garbage, ...questions].sort((a, b) => b.score - a.score));
}
