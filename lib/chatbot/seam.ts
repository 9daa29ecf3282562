import type { LineMessage } from "@/lib/conversations/message";
import type { PickerParams } from "@/lib/conversations/talk";
import type { Ctx } from "@/lib/core/context";
import type { Language } from "@/lib/scenarios/language";
import type { BotEntry } from "./books/entry";

/** Who asks, when, and with which event. `friendId` null: staff who try it, for whom nothing is kept. */
export type AskedBy = { friendId: number | null; language: Language; at: Date; eventId: string };

/**
 * What a fixed word or a button comes to. `answer` runs in the event's transaction and may be asked again for the same
 * event. `asked`: the words under which it is counted as a use; null: not counted (a step on the way).
 */
export type BotCommand = {
  asked: string | null;
  answer: (ctx: Ctx, by: AskedBy) => Promise<LineMessage[]>;
};

/**
 * Commands of a domain beside the bot. Both are told from the event alone, so that a replay leaves the same ones out.
 * `typed` is asked for the whole text, only while no report is open, before any keyword; `tapped` at any time, for
 * postback data that begins with `b=`. Null: not one of theirs. A single letter after `b=` is the bot's own (tap.ts).
 */
export type BotCommands = {
  typed: (text: string) => BotCommand | null;
  tapped: (data: string, params: PickerParams) => BotCommand | null;
  /** What a category of the garbage dictionary is called: it tells two things of one title apart. */
  categoryName: (ctx: Ctx, key: string, by: AskedBy) => Promise<string>;
};

/** What is said for an item of the garbage dictionary; the bot adds 役に立った / 役に立たなかった below the last message. */
export type GarbageAnswer = (ctx: Ctx, entry: BotEntry, by: AskedBy) => Promise<LineMessage[]>;
