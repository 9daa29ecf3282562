import type { Entry, Hit, Verdict } from "../entry";
import { foldQuestion, foldWords } from "../fold";
import type { Index } from "./create";
import { elsewhere, isSmallTalk } from "./elsewhere";
import { type QuestionShelf, searchQuestions } from "./questions";
import { search } from "./search";
import { wordingsOf } from "./wordings";

const MOST = 10;
const NEAREST = 3;
/** From here on a hit is answered, if no other comes near. */
const SURE = 0.93;
const SURE_QUESTION = 0.8;
const APART = 0.07;
/** From here on it is asked back; the others that are asked with it are hardly worse. */
const LIKELY = 0.5;
const MARGIN = 0.25;
/** Below it there is nothing in common worth offering. */
const NEAR = 0.2;

const choose = (hits: readonly Hit[]): Verdict => {
  const best = hits[0]?.score ?? 0;
  return best < LIKELY
    ? { kind: "none", nearest: hits.filter((hit) => hit.score >= NEAR).slice(0, NEAREST) }
    : {
        kind: "choose",
        hits: hits.filter((hit) => hit.score >= Math.max(LIKELY, best - MARGIN)).slice(0, MOST),
      };
};

function verdictOf(hits: readonly Hit[], sureFrom: number): Verdict {
  const [best, second] = hits;
  if (!best || best.score < sureFrom) return choose(hits);
  if ((second?.score ?? 0) <= best.score - APART) return { kind: "answer", hit: best };
  const rivals = hits.filter((hit) => hit.score > best.score - APART);
  // Another name or part of the dictionary's wording may be near; only one of them is what was said.
  return best.score === 1 && rivals.every((hit) => hit === best || hit.score < 1)
    ? { kind: "answer", hit: best }
    : { kind: "choose", hits: rivals.slice(0, MOST) };
}

const sameIn = (shelf: QuestionShelf, forms: readonly string[]): Hit | null => {
  for (const form of forms) {
    const found = shelf.same.get(form)?.[0];
    if (found)
      return {
        entry: found.entry,
        score: 1,
        reason: { field: found.field, words: found.words, how: "same" },
      };
  }
  return null;
};

const holds = (entry: Entry, words: readonly string[]): boolean => {
  if (words.length === 0) return true;
  const all = foldWords([entry.title, entry.reading ?? "", ...entry.synonyms].join(" "));
  return words.every((word) => all.includes(word));
};

/** 「はい」 is said for yes, not for the ash that is read so; a dictionary that has it as a name means it. */
const isItsName = ({ score, reason }: Hit): boolean => score >= SURE && reason.field !== "reading";

/** The answer of the bot to one text: keywords before garbage before FAQ. Never throws, whatever the text. */
export function ask(index: Index, text: string): Verdict {
  const forms = [foldWords(text), foldQuestion(text)];
  const [whole = ""] = forms;
  const keyword = sameIn(index.keyword, forms);
  if (keyword) return { kind: "answer", hit: keyword };
  const question = sameIn(index.faq, forms);
  const isTalk = isSmallTalk(whole);
  const other = elsewhere(whole);
  const things = search(index.garbage, wordingsOf(text));
  const garbage = things.filter((hit) =>
    isTalk ? isItsName(hit) : hit.score === 1 || holds(hit.entry, other),
  );
  const thing = verdictOf(garbage, SURE);
  if (thing.kind !== "none" && (garbage[0]?.score === 1 || (thing.kind === "answer" && !question)))
    return thing;
  if (question) return { kind: "answer", hit: question };
  if (isTalk) return { kind: "none", nearest: [] };
  const questions = searchQuestions(index.faq, text);
  const asked = verdictOf(questions, SURE_QUESTION);
  if (asked.kind === "answer" && asked.hit.score > (garbage[0]?.score ?? 0)) return asked;
  return choose([...garbage, ...questions].sort((a, b) => b.score - a.score));
}
