import type { BotEntryKind, BotOutcome } from "@/db/enums";
import { conversationIdOf } from "@/lib/conversations/postback";
import { MASK, maskPersonal } from "@/lib/core/personal";
import { cutUnits } from "@/lib/core/text";
import { foldQuestion } from "./fold";

/** An event's id as `bot_questions` keeps it and as buttons carry it: LINE's as it is, one of another form folded. */
export const questionId = (eventId: string): string => conversationIdOf(eventId);

/** What the bot said: the part of a row that is decided when a question is first counted. */
export type Said = {
  outcome: BotOutcome;
  kind: BotEntryKind | null;
  /** The entry's category: a topic of the FAQ, for garbage the category of the dictionary. */
  topic: string | null;
  entryKey: string | null;
};
/** A question as it is counted. */
export type Counted = Said & { eventId: string; askedAt: Date; asked: string; folded: string };
/** What taps are judged by, and what they change. */
export type Register = {
  askedAt: Date;
  outcome: BotOutcome;
  kind: BotEntryKind | null;
  topic: string | null;
  entryKey: string | null;
  chosenAt: Date | null;
  helpful: boolean | null;
  helpfulAt: Date | null;
};
/** What a tap says of a question. */
export type Word =
  | { kind: "chose"; at: Date; entry: { kind: BotEntryKind; topic: string | null; key: string } }
  | { kind: "helpful"; at: Date; helpful: boolean };

const LONGEST_ASKED = 300;
/** More than this is not read: what is kept comes from the beginning. */
const LONGEST_READ = 1000;

/** Folding takes out what stood between digits: seven and more of them in a row may have become somebody's number. */
const JOINED_NUMBER = /\d{7,200}/g;

/** The words as they are kept: masked first, so that no number gets into what they are grouped by. */
export function keptWords(text: string): { asked: string; folded: string } {
  const masked = maskPersonal(text.slice(0, LONGEST_READ));
  const folded = foldQuestion(masked).replace(JOINED_NUMBER, "") || MASK;
  return { asked: cutUnits(masked, LONGEST_ASKED), folded: masked && folded };
}

/** Is this later than what is there? Of two at the same instant the greater word wins, in whatever order they come. */
const isNewer = (at: Date, word: string, than: Date | null, before: string): boolean =>
  than === null || at > than || (at.getTime() === than.getTime() && word > before);

/**
 * The row after a tap; null: it changes nothing. Choice and 役に立った are two registers in which the latest by LINE's
 * clock stands, so that the order and number of deliveries play no part. Nobody answers before they have asked.
 */
export function afterWord(row: Register, word: Word): Partial<Register> | null {
  if (word.at <= row.askedAt) return null;
  if (word.kind === "chose") {
    const { entry, at } = word;
    if (!isNewer(at, `${entry.kind}:${entry.key}`, row.chosenAt, `${row.kind}:${row.entryKey}`)) return null;
    return { kind: entry.kind, topic: entry.topic, entryKey: entry.key, chosenAt: at };
  }
  if (!isNewer(word.at, String(word.helpful), row.helpfulAt, String(row.helpful))) return null;
  return { helpful: word.helpful, helpfulAt: word.at };
}

/**
 * What a row adds to `bot_misses`. Who found an entry among the nearest ones was helped: no miss, unless that did not
 * help either. Who was asked back and said that none was meant was not helped. lib/chatbot/count/sql.ts says the same.
 */
export const missOf = (row: Pick<Register, "outcome" | "entryKey" | "helpful">) => ({
  unanswered: Number(row.outcome === "not_found" && row.entryKey === null),
  unhelpful: Number(row.helpful === false),
});
