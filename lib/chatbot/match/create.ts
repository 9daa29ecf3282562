import type { BotEntryKind } from "@/db/enums";
import type { Entry } from "../entry";
import { atOnce, type Steps } from "../steps";
import { type QuestionShelf, shelvingQuestions } from "./questions";
import { type Shelf, shelving } from "./shelf";

/**
 * What `ask` looks into: made once for each published state, never changed. `asked` and `named` hold keywords and FAQ, by
 * their words as questions and by their words as names, which may be mistyped or only a part.
 */
export type Index = { garbage: Shelf; asked: QuestionShelf; named: Shelf };

/**
 * Of all kinds together, in the order in which they hide each other: of two of the same title the first wins,
 * unless they are things of different categories.
 * `answerOf`: what an entry answers, as text.
 */
export function* indexing<E extends Entry>(
  entries: readonly E[],
  answerOf: (entry: E) => string = () => "",
): Steps<Index> {
  const of = (kind: BotEntryKind) => entries.filter((entry) => entry.kind === kind);
  const garbage = yield* shelving(of("garbage"));
  const others = [...of("keyword"), ...of("faq")];
  const asked = yield* shelvingQuestions(others, answerOf);
  return { garbage, asked, named: yield* shelving(others) };
}

export const createIndex = <E extends Entry>(entries: readonly E[], answerOf?: (entry: E) => string): Index =>
  atOnce(indexing(entries, answerOf));
