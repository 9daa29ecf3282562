import type { Book } from "@/db/enums";
import type { MediaPlaces } from "@/lib/media/place";
import { type Answer, answerSchema, everyWording } from "./answer";
import { type BotEntry, isValidOn } from "./books/entry";
import { type FaqContent, faqContent, type Topic } from "./faq/content";
import { type Index, indexing } from "./match/create";
import { atOnce, type Steps } from "./steps";
import { type EntryRef, refOf } from "./tap";

/** An entry that can be answered. `answer` null: garbage, whose answer is made by lib/garbage. */
export type Known = { entry: BotEntry; answer: Answer | null };

/** All the bot knows on one day. Made once for a published state and a day, never changed. */
export type Library = {
  /** Says of what it was made: two of the same stamp answer the same. */
  stamp: string;
  index: Index;
  known: ReadonlyMap<EntryRef, Known>;
  /** Those with at least one entry, in the order of the buttons. */
  topics: (Topic & { entries: Known[] })[];
  /** Key of the city profile's phone; null: the first. */
  phoneKey: string | null;
  media: MediaPlaces;
};

/** `day` is civil, Asia/Tokyo: entries come and go with it. */
export const stampOf = (live: readonly { book: Book; id: number }[], day: string): string =>
  [...live.map(({ book, id }) => `${book}:${id}`).sort(), day].join(" ");

/** The pictures that answers show. */
export const mediaOf = (entries: readonly BotEntry[]): string[] => [
  ...new Set(
    entries.flatMap(({ answer }) => {
      const read = answerSchema.safeParse(answer);
      return read.success && "mediaId" in read.data && read.data.mediaId ? [read.data.mediaId] : [];
    }),
  ),
];

/** Null: it has nothing to say (an answer that can no longer be read). */
function knownOf(entry: BotEntry): Known | null {
  if (entry.kind === "garbage") return { entry, answer: null };
  const read = answerSchema.safeParse(entry.answer);
  return read.success ? { entry, answer: read.data } : null;
}

/** What a library is made of. */
export type Source = {
  stamp: string;
  day: string;
  entries: readonly BotEntry[];
  content: unknown;
  media: MediaPlaces;
};

/**
 * `entries`: of every live book. What is not valid that day or has no answer is left out of all, the index too; a
 * content that cannot be read counts as empty.
 */
export function* makingLibrary(input: Source): Steps<Library> {
  const { stamp, day, media } = input;
  const list = input.entries
    .filter((entry) => isValidOn(entry, day))
    .map(knownOf)
    .filter((one) => one !== null);
  yield;
  const read = faqContent.safeParse(input.content);
  const content: FaqContent = read.success ? read.data : faqContent.parse({});
  return {
    stamp,
    index: yield* indexing(
      list.map(({ entry }) => entry),
      (entry) => everyWording(entry.answer),
    ),
    known: new Map(list.map((one) => [refOf(one.entry), one])),
    topics: content.topics.flatMap((topic) => {
      const entries = list.filter(({ entry, answer }) => answer !== null && entry.category === topic.key);
      return entries.length > 0 ? [{ ...topic, entries }] : [];
    }),
    phoneKey: content.phoneKey,
    media,
  };
}

export const makeLibrary = (source: Source): Library => atOnce(makingLibrary(source));
