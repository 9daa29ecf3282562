import type { Entry } from "../entry";
import { createQuestionShelf, type QuestionShelf } from "./questions";
import { createShelf, type Shelf } from "./shelf";

/** What `ask` looks into: made once for each published state, never changed. */
export type Index = { keyword: QuestionShelf; garbage: Shelf; faq: QuestionShelf };

/** Of all kinds together, in the order in which they hide each other: of two of the same title the first wins. */
export const createIndex = (entries: readonly Entry[]): Index => ({
  keyword: createQuestionShelf(entries.filter((entry) => entry.kind === "keyword")),
  garbage: createShelf(entries.filter((entry) => entry.kind === "garbage")),
  faq: createQuestionShelf(entries.filter((entry) => entry.kind === "faq")),
});
