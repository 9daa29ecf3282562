import { type Entry, type Hit, LIKELY } from "../entry";
import { foldQuestion, foldWords } from "../fold";
import { STEP, type Steps } from "../steps";
import { type Pieces, piecesOf } from "./pieces";

type Question = {
  entry: Entry;
  field: Hit["reason"]["field"];
  words: string;
  folded: string;
  pieces: Pieces;
};

/** Whole questions, findable by what they have in common. `rare` of a piece: the fewer entries have it, the more. */
export type QuestionShelf = {
  same: ReadonlyMap<string, readonly Question[]>;
  questions: readonly Question[];
  /** Where a piece stands: in the words of which entries, or in their answers. */
  holders: ReadonlyMap<string, ReadonlyMap<Entry, number>>;
  rare: ReadonlyMap<string, number>;
  unknown: number;
  /** What a piece says that only one entry has. */
  single: number;
};

/** What an answer tells is a weaker sign than what its entry is called. */
const IN_ANSWER = 0.5;

const askedOf = (entry: Entry): Question[] =>
  [
    { field: "title" as const, words: entry.title },
    ...(entry.reading === null ? [] : [{ field: "reading" as const, words: entry.reading }]),
    ...entry.synonyms.map((words) => ({ field: "synonym" as const, words })),
  ]
    .map((asked) => ({ ...asked, entry, folded: foldQuestion(asked.words), pieces: piecesOf(asked.words) }))
    .filter(({ folded }) => folded !== "");

/** `answerOf`: what an entry answers, as text; it helps to find the entry by what its title does not say. */
export function* shelvingQuestions<E extends Entry>(
  entries: readonly E[],
  answerOf: (entry: E) => string,
): Steps<QuestionShelf> {
  const questions: Question[] = [];
  const same = new Map<string, Question[]>();
  const holders = new Map<string, Map<Entry, number>>();
  const hold = (entry: Entry, pieces: Pieces, share: number) => {
    for (const [piece, weight] of pieces) {
      const held = holders.get(piece) ?? new Map<Entry, number>();
      holders.set(piece, held.set(entry, Math.max(held.get(entry) ?? 0, weight * share)));
    }
  };
  for (const [taken, entry] of entries.entries()) {
    if (taken % STEP === STEP - 1) yield;
    for (const question of askedOf(entry)) {
      questions.push(question);
      for (const form of new Set([foldWords(question.words), question.folded]))
        same.set(form, [...(same.get(form) ?? []), question]);
      hold(entry, question.pieces, 1);
    }
    for (const sentence of answerOf(entry).split(/[\n。、.]/)) hold(entry, piecesOf(sentence), IN_ANSWER);
  }
  const log = (holding: number) => 1 + Math.log((entries.length + 1) / (holding + 0.5));
  return {
    same,
    questions,
    holders,
    rare: new Map([...holders].map(([piece, held]) => [piece, log(held.size)])),
    unknown: log(0),
    single: log(1),
  };
}

const IN_ASKED = 0.7;
const IN_KNOWN = 0.3;

/** Pieces in which a question may differ and still be the very same: a particle is two of them. */
const SAME_BUT = 2;
/** Just below what is answered: for what says something else besides (「マイナンバーカードをなくした」), however much is shared. */
const ASKED_BACK = 0.85;

/** How like two questions are, 0 to 1: how much of each is in the other. */
function likeness(shelf: QuestionShelf, asked: Pieces, all: number, question: Question): number {
  const worth = (piece: string) => shelf.rare.get(piece) ?? shelf.unknown;
  let [shared, sharedKnown, known, left] = [0, 0, 0, asked.size];
  for (const [piece, weight] of question.pieces) {
    known += weight * worth(piece);
    const mine = asked.get(piece);
    if (mine === undefined) continue;
    left -= 1;
    shared += mine * worth(piece);
    sharedKnown += weight * worth(piece);
  }
  if (shared === 0) return 0;
  return Math.min(
    left > SAME_BUT ? ASKED_BACK : 0.99,
    IN_ASKED * (shared / all) + IN_KNOWN * (sharedKnown / known),
  );
}

/** As many pieces of one entry alone bring a score of 0.5: from there on it is asked back. */
const TELLING = 1.2;
/** A long story holds much else: what of it an entry knows says more than how much of it that is. */
const scoreOf = (telling: number): number =>
  ASKED_BACK * (1 - ((ASKED_BACK - LIKELY) / ASKED_BACK) ** (telling / TELLING));

/** What the text has of each entry's words and answer together, in pieces that only one entry has. */
function tellings(shelf: QuestionShelf, asked: Pieces): Map<Entry, number> {
  const told = new Map<Entry, number>();
  for (const [piece, weight] of asked) {
    const worth = (weight * (shelf.rare.get(piece) ?? 0)) / shelf.single;
    for (const [entry, mine] of shelf.holders.get(piece) ?? [])
      told.set(entry, (told.get(entry) ?? 0) + worth * mine);
  }
  return told;
}

/** Questions of the shelf that have much in common with the text, each entry once, best first. */
export function searchQuestions(shelf: QuestionShelf, text: string): Hit[] {
  const found = new Map<Entry, Hit>();
  const note = ({ entry, field, words }: Question, score: number, how: "same" | "like") => {
    if ((found.get(entry)?.score ?? 0) < score)
      found.set(entry, { entry, score, reason: { field, words, how } });
  };
  for (const question of shelf.same.get(foldQuestion(text)) ?? []) note(question, 1, "same");
  const asked = piecesOf(text);
  let all = 0;
  for (const [piece, weight] of asked) all += weight * (shelf.rare.get(piece) ?? shelf.unknown);
  if (all === 0) return [...found.values()];
  for (const question of shelf.questions) {
    const score = likeness(shelf, asked, all, question);
    if (score > 0) note(question, score, "like");
  }
  for (const [entry, telling] of tellings(shelf, asked)) {
    const [score, hit] = [scoreOf(telling), found.get(entry)];
    if (hit && hit.score >= score) continue;
    const reason = hit?.reason ?? { field: "answer", words: entry.title, how: "like" };
    found.set(entry, { entry, score, reason });
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}
