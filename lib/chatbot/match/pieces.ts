import { foldWords } from "../fold";
import { withoutFrame } from "../frame";

/** What a question is compared by: two letters in a row, single kanji, whole foreign words, each with what it says. */
export type Pieces = Map<string, number>;

/** Hiragana is mostly grammar; so are these words of English. */
const GRAMMAR = 0.3;
const LITTLE = new Set(
  `a an and any are at be by can could do does for from get go have how i if in is it just me my need not of on or our
  please should so that the there they this to want was we what when where which who will with would you your`.split(
    /\s+/,
  ),
);
/** A kanji by itself has many meanings; parts of a foreign word have none. */
const KANJI = 0.3;
const PART = 0.5;

const HIRAGANA = /^[ぁ-ゖ]/;
const KATAKANA = /^[ァ-ヶ]/;
const HAN = /\p{Script=Han}/u;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}']+/gu;

type Letter = { letter: string; weight: number; isForeign: boolean };

/** The subject of a question letter by letter. */
function lettersOf(text: string): Letter[] {
  const runs = text.match(/[ぁ-ゖ][ぁ-ゖー]*|[ァ-ヶー]+|[^ぁ-ゖァ-ヶー]+/g) ?? [];
  const letters = runs.flatMap((run) => {
    const weight = HIRAGANA.test(run) ? GRAMMAR : 1;
    return [...foldWords(run)].map((letter) => ({ letter, weight, isForeign: KATAKANA.test(run) }));
  });
  const subject = withoutFrame(letters.map((one) => one.letter).join(""));
  return letters.slice(0, subject.length);
}

/** Bags and bag, cities and citie: alike is enough. */
const stem = (word: string): string => word.toLowerCase().replace(/(?:es|s)$/, "");

export function piecesOf(text: string): Pieces {
  const pieces: Pieces = new Map();
  const put = (piece: string, weight: number) => {
    if ((pieces.get(piece) ?? 0) < weight) pieces.set(piece, weight);
  };
  const plain = text.normalize("NFKC");
  for (const word of plain.match(LATIN_WORD) ?? [])
    put(`${stem(word)} `, LITTLE.has(word.toLowerCase()) ? GRAMMAR : 1);
  for (const word of plain.match(/[ァ-ヶー]{2,}/g) ?? []) put(`${foldWords(word)} `, 1);
  const letters = lettersOf(plain.replace(LATIN_WORD, " "));
  for (const [at, { letter, weight, isForeign }] of letters.entries()) {
    const [before, next] = [letters[at - 1], letters[at + 1]];
    if (next) put(letter + next.letter, weight * next.weight * (isForeign && next.isForeign ? PART : 1));
    // 「犬」 of 「犬の登録」 stands in no pair of its own.
    const isAlone = weight === 1 && !isForeign && before?.weight !== 1 && next?.weight !== 1;
    if (isAlone || letters.length === 1) put(letter, weight);
    else if (HAN.test(letter)) put(letter, KANJI);
  }
  return pieces;
}
