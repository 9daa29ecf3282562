import type { Entry, Hit } from "../entry";
import { foldQuestion, foldWords } from "../fold";
import { withoutFrame } from "../frame";
import { STEP, type Steps } from "../steps";

/** Pieces of two letters with their weight: kanji, katakana, letters and digits say more than hiragana. */
type Pieces = Map<string, number>;
type Question = {
  entry: Entry;
  field: Hit["reason"]["field"];
  words: string;
  folded: string;
  pieces: Pieces;
};

/** Whole questions, findable by what they have in common. `rare` of a piece: the fewer questions have it, the more. */
export type QuestionShelf = {
  same: ReadonlyMap<string, readonly Question[]>;
  questions: readonly Question[];
  rare: ReadonlyMap<string, number>;
  unknown: number;
};

const GRAMMAR = 0.3;

/** The subject of a question letter by letter, each with what it says. */
function lettersOf(text: string): { letter: string; weight: number }[] {
  const runs = text.normalize("NFKC").match(/[ぁ-ゖ][ぁ-ゖー]*|[^ぁ-ゖ]+/g) ?? [];
  const letters = runs.flatMap((run) =>
    [...foldWords(run)].map((letter) => ({ letter, weight: /^[ぁ-ゖ]/.test(run) ? GRAMMAR : 1 })),
  );
  const subject = withoutFrame(letters.map((l) => l.letter).join(""));
  return letters.slice(0, subject.length);
}

function piecesOf(text: string): Pieces {
  const letters = lettersOf(text);
  const pieces: Pieces = new Map();
  for (const [at, { letter, weight }] of letters.entries()) {
    const next = letters[at + 1];
    const piece = letter + (next?.letter ?? "");
    if (next) pieces.set(piece, Math.max(weight * next.weight, pieces.get(piece) ?? 0));
    // 「犬」 of 「犬の登録」 stands in no pair of its own.
    const isAlone = weight === 1 && letters[at - 1]?.weight !== 1 && next?.weight !== 1;
    if (isAlone || letters.length === 1) pieces.set(letter, weight);
  }
  return pieces;
}

const askedOf = (entry: Entry): Question[] =>
  [
    { field: "title" as const, words: entry.title },
    ...(entry.reading === null ? [] : [{ field: "reading" as const, words: entry.reading }]),
    ...entry.synonyms.map((words) => ({ field: "synonym" as const, words })),
  ]
    .map((asked) => ({ ...asked, entry, folded: foldQuestion(asked.words), pieces: piecesOf(asked.words) }))
    .filter(({ folded }) => folded !== "");

export function* shelvingQuestions(entries: readonly Entry[]): Steps<QuestionShelf> {
  const questions: Question[] = [];
  const same = new Map<string, Question[]>();
  const holders = new Map<string, Set<Entry>>();
  for (const [taken, entry] of entries.entries()) {
    if (taken % STEP === STEP - 1) yield;
    for (const question of askedOf(entry)) {
      questions.push(question);
      for (const form of new Set([foldWords(question.words), question.folded]))
        same.set(form, [...(same.get(form) ?? []), question]);
      for (const piece of question.pieces.keys())
        holders.set(piece, (holders.get(piece) ?? new Set()).add(question.entry));
    }
  }
  const log = (holding: number) => 1 + Math.log((entries.length + 1) / (holding + 0.5));
  return {
    same,
    questions,
    rare: new Map([...holders].map(([piece, held]) => [piece, log(held.size)])),
    unknown: log(0),
  };
}

const IN_ASKED = 0.7;
const IN_KNOWN = 0.3;

/** Questions of the shelf that have much in common with the text, each entry once, best first. */
export function searchQuestions(shelf: QuestionShelf, text: string): Hit[] {
  const found = new Map<Entry, Hit>();
  const note = ({ entry, field, words }: Question, score: number, how: "same" | "like") => {
    if ((found.get(entry)?.score ?? 0) < score)
      found.set(entry, { entry, score, reason: { field, words, how } });
  };
  for (const question of shelf.same.get(foldQuestion(text)) ?? []) note(question, 1, "same");
  const asked = piecesOf(text);
  const worth = (piece: string) => shelf.rare.get(piece) ?? shelf.unknown;
  let all = 0;
  for (const [piece, weight] of asked) all += weight * worth(piece);
  if (all === 0) return [...found.values()];
  for (const question of shelf.questions) {
    let shared = 0;
    let sharedKnown = 0;
    let known = 0;
    for (const [piece, weight] of question.pieces) {
      known += weight * worth(piece);
      const mine = asked.get(piece);
      if (mine === undefined) continue;
      shared += mine * worth(piece);
      sharedKnown += weight * worth(piece);
    }
    if (shared > 0)
      note(question, Math.min(0.99, IN_ASKED * (shared / all) + IN_KNOWN * (sharedKnown / known)), "like");
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}
