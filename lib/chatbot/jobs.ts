import type { CityProfile } from "@/lib/city/profile";
import type { LineMessage, QuickAction } from "@/lib/conversations/message";
import type { PickerParams, Question } from "@/lib/conversations/talk";
import type { Ctx } from "@/lib/core/context";
import { countQuestions, noteWord } from "./count/commands";
import { counted, countedAs, type Decision, decide } from "./decide";
import type { Hit } from "./entry";
import type { Known, Library } from "./library";
import { questionId, type Word } from "./question";
import { answerMessages } from "./reply/answer";
import { type CategoryNames, categoriesToName } from "./reply/offers";
import {
  askBack,
  gone,
  noneMeant,
  notFound,
  type Scene,
  smallTalk,
  sorry,
  thanks,
  topicList,
  topicPage,
  withFeedback,
} from "./reply/reply";
import type { AskedBy, BotCommands, GarbageAnswer } from "./seam";
import { type BotTap, readBotTap, refOf } from "./tap";

/** What a talk needs of the bot. `library` as of now; the rest is of the house. */
export type BotTools = {
  library: Library;
  city: CityProfile;
  commands: BotCommands;
  garbage: GarbageAnswer;
};

const sceneOf = (tools: BotTools, by: AskedBy, starts: QuickAction[]): Scene => ({
  library: tools.library,
  city: tools.city,
  language: by.language,
  starts,
});

/** The answer of one entry; the resident's word on it is kept under `question`. */
async function entryMessages(
  ctx: Ctx,
  tools: BotTools,
  scene: Scene,
  input: { known: Known; question: string; by: AskedBy },
): Promise<LineMessage[]> {
  const { known, question, by } = input;
  const messages = known.answer
    ? answerMessages(known.answer, by.language, tools.library.media)
    : await tools.garbage(ctx, known.entry, by);
  return withFeedback(scene, messages, question);
}

/** Asked for only where two things of one title are offered. */
async function namesFor(
  ctx: Ctx,
  { library, commands }: BotTools,
  hits: readonly Hit[],
  by: AskedBy,
): Promise<CategoryNames> {
  const names = new Map<string, string>();
  for (const key of categoriesToName(library, hits))
    names.set(key, await commands.categoryName(ctx, key, by));
  return names;
}

/** What the resident reads for a text. For staff who try it, too: nothing is counted here. */
export async function sayDecision(
  ctx: Ctx,
  tools: BotTools,
  input: { decision: Decision; by: AskedBy; starts: QuickAction[] },
): Promise<LineMessage[]> {
  const { decision, by, starts } = input;
  const scene = sceneOf(tools, by, starts);
  const question = questionId(by.eventId);
  switch (decision.kind) {
    case "command":
      return decision.command.answer(ctx, by);
    case "topics":
      return topicList(scene);
    case "noise":
      return smallTalk(scene, decision.noise);
    case "verdict": {
      const { verdict } = decision;
      if (verdict.kind !== "answer") {
        const [hits, offer] = verdict.kind === "none" ? [verdict.nearest, notFound] : [verdict.hits, askBack];
        return offer(scene, hits, question, await namesFor(ctx, tools, hits, by));
      }
      const known = tools.library.known.get(refOf(verdict.hit.entry));
      return known ? entryMessages(ctx, tools, scene, { known, question, by }) : gone(scene);
    }
  }
}

/** Words in an idle talk: counted once and answered. In the event's transaction. */
export async function answerQuestion(
  ctx: Ctx,
  tools: BotTools,
  input: { text: string; by: AskedBy; starts: QuickAction[] },
): Promise<LineMessage[]> {
  const { text, by, starts } = input;
  const decision = decide(text, tools.library, tools.commands);
  const said = countedAs({ id: by.eventId, at: by.at, text }, decision, tools.library);
  if (said) await countQuestions(ctx, [{ said, words: [] }]);
  return sayDecision(ctx, tools, { decision, by, starts });
}

/** A tap as it was delivered. `at` in epoch ms. */
type Tapped = { data: string; at: number };

/** What a tap says of the question it stands under; null: nothing that is counted there. */
export function wordOf(tap: BotTap, at: Date, library: Library): { question: string; word: Word } | null {
  switch (tap.kind) {
    case "choose": {
      const entry = library.known.get(tap.entry)?.entry;
      if (!entry) return null;
      const { kind, key, category: topic } = entry;
      return { question: tap.question, word: { kind: "chose", at, entry: { kind, topic, key } } };
    }
    case "helpful":
      return { question: tap.question, word: { kind: "helpful", at, helpful: tap.yes } };
    case "none":
      return { question: tap.question, word: { kind: "helpful", at, helpful: false } };
    default:
      return null;
  }
}

/** What these taps say of one question. */
const wordsOn = (question: string, taps: readonly Tapped[], library: Library): Word[] =>
  taps.flatMap(({ data, at }) => {
    const tap = readBotTap(data);
    const word = tap && wordOf(tap, new Date(at), library);
    return word?.question === question ? [word.word] : [];
  });

/**
 * A button of the bot, or of a domain beside it. Settled by its own time, whatever came before or after: the talk is
 * neither moved nor replayed for it. An old button of something that is gone is answered, too. `later`: taps of the same
 * resident that were delivered before this one although they came after it.
 */
export async function answerTap(
  ctx: Ctx,
  tools: BotTools,
  input: {
    data: string;
    params: PickerParams;
    by: AskedBy;
    starts: QuickAction[];
    later: () => Promise<readonly Tapped[]>;
  },
): Promise<LineMessage[]> {
  const { data, params, by, starts } = input;
  const { library } = tools;
  const scene = sceneOf(tools, by, starts);
  const event = { id: by.eventId, at: by.at };
  const tap = readBotTap(data);
  if (!tap) {
    const command = tools.commands.tapped(data, params);
    if (!command) return gone(scene);
    if (command.asked !== null) {
      const said = { outcome: "command", kind: null, topic: null, entryKey: null } as const;
      await countQuestions(ctx, [{ said: counted(event, command.asked, said), words: [] }]);
    }
    return command.answer(ctx, by);
  }
  const word = wordOf(tap, by.at, library);
  if (word) await noteWord(ctx, { eventId: word.question, word: word.word });
  switch (tap.kind) {
    case "choose": {
      const known = library.known.get(tap.entry);
      return known ? entryMessages(ctx, tools, scene, { known, question: tap.question, by }) : gone(scene);
    }
    case "read": {
      const known = library.known.get(tap.entry);
      if (!known) return gone(scene);
      const { kind, key, category: topic, title } = known.entry;
      const said = counted(event, title, { outcome: "answered", kind, topic, entryKey: key });
      await countQuestions(ctx, [{ said, words: wordsOn(said.eventId, await input.later(), library) }]);
      return entryMessages(ctx, tools, scene, { known, question: questionId(event.id), by });
    }
    case "helpful":
      return tap.yes ? thanks(scene) : sorry(scene);
    case "none":
      return noneMeant(scene);
    case "topics":
      return topicList(scene);
    case "topic":
      return topicPage(scene, tap.topic, tap.page);
  }
}

/**
 * After a late event: counts what turned out to be questions, with the taps on them that were delivered before. Answers
 * those that nobody has counted, and so nobody has answered, yet.
 */
export async function countLate(
  ctx: Ctx,
  tools: BotTools,
  input: { questions: readonly Question[]; taps: readonly Tapped[] },
): Promise<Question[]> {
  const { library, commands } = tools;
  const list = input.questions.flatMap((question) => {
    const event = { id: question.eventId, at: new Date(question.at), text: question.text };
    const said = countedAs(event, decide(question.text, library, commands), library);
    if (!said) return [];
    return [{ said, words: wordsOn(said.eventId, input.taps, library) }];
  });
  const added = new Set(await countQuestions(ctx, list));
  return input.questions.filter(({ eventId }) => added.has(questionId(eventId)));
}
