import { withdrawQuestions } from "@/lib/chatbot/count/commands";
import { answerQuestion, answerTap, type BotTools, countLate } from "@/lib/chatbot/jobs";
import { questionId } from "@/lib/chatbot/question";
import type { AskedBy } from "@/lib/chatbot/seam";
import { isBotData } from "@/lib/chatbot/tap";
import { startButtons } from "@/lib/conversations/closed";
import type { LineMessage } from "@/lib/conversations/message";
import { byTime, type Replay } from "@/lib/conversations/replay";
import type { Bot, Question, TalkEvent } from "@/lib/conversations/talk";
import type { Ctx } from "@/lib/core/context";
import type { Friend } from "@/lib/friends/commands";
import { writtenLanguage } from "@/lib/friends/language";
import { languageOf } from "@/lib/scenarios/language";

type Tools = { bot: Bot; chat: BotTools };
export type BotTapEvent = Extract<TalkEvent, { kind: "postback" }>;

/** Told from the event alone, so that a replay of the talk leaves out the same ones. */
export const isBotTap = (event: TalkEvent): event is BotTapEvent =>
  event.kind === "postback" && isBotData(event.data);

/** Who asks with this event, and the ways to report that stand under an answer. */
const asking = ({ bot }: Tools, friend: Friend, event: { id: string; at: number }) => {
  const language = languageOf(writtenLanguage(friend));
  const by: AskedBy = { friendId: friend.id, language, at: new Date(event.at), eventId: event.id };
  return { by, starts: startButtons(bot, event.at, language) };
};

export const answerAsked = (
  ctx: Ctx,
  tools: Tools,
  input: { friend: Friend; question: Question },
): Promise<LineMessage[]> => {
  const { eventId, at, text } = input.question;
  return answerQuestion(ctx, tools.chat, { text, ...asking(tools, input.friend, { id: eventId, at }) });
};

export const answerBotTap = (
  ctx: Ctx,
  tools: Tools,
  input: { friend: Friend; event: BotTapEvent; later: () => Promise<BotTapEvent[]> },
): Promise<LineMessage[]> => {
  const { friend, event, later } = input;
  const { data, params } = event;
  return answerTap(ctx, tools.chat, { data, params, later, ...asking(tools, friend, event) });
};

/**
 * What a late event makes of the texts from its own time on; those before it are what they were. One that turns out to
 * be an answer to a report is no question any more and is not counted. One that turns out to be a question is counted
 * once. The late event is answered if it asks; else its reply answers the newest question that nobody had taken for one.
 * Null: there is nothing to answer.
 */
export async function settleLate(
  ctx: Ctx,
  tools: Tools,
  input: { friend: Friend; late: TalkEvent; texts: Replay["texts"]; all: readonly TalkEvent[] },
): Promise<LineMessage[] | null> {
  const { friend, late, all } = input;
  const texts = input.texts.filter(({ eventId, at }) => byTime({ id: eventId, at }, late) >= 0);
  const gone = texts.filter(({ question }) => question === null);
  await withdrawQuestions(
    ctx,
    gone.map(({ eventId }) => questionId(eventId)),
  );
  const questions = texts.flatMap(({ question }) => question ?? []);
  const taps = all.filter(isBotTap);
  const added = await countLate(ctx, tools.chat, { questions, taps });
  const answered = questions.find(({ eventId }) => eventId === late.id) ?? added.at(-1);
  return answered ? answerAsked(ctx, tools, { friend, question: answered }) : null;
}
