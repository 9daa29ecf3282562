import type { BotEntryKind } from "@/db/enums";
import type { Entry } from "../entry";
import { atOnce, type Steps } from "../steps";
import { type QuestionShelf, shelvingQuestions } from "./questions";
import { type Shelf, shelving } from "./shelf";

/** What `ask` looks into: made once for each published state, never changed. */
export type Index = { keyword: QuestionShelf; garbage: Shelf; faq: QuestionShelf };

/** Of all kinds together, in the order in which they hide each other: of two of the same title the first wins. */
export function* indexing(entries: readonly Entry[]): Steps<Index> {
  const of = (kind: BotEntryKind) => entries.filter((entry) => entry.kind === kind);
  const keyword = yield* shelvingQuestions(of("keyword"));
  const garbage = yield* shelving(of("garbage"));
  const faq = yield* shelvingQuestions(of("faq"));
  return { keyword, garbage, faq };
}

export const createIndex = (entries: readonly Entry[]): Index => atOnce(indexing(entries));
