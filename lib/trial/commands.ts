import type { StaffCtx } from "@/lib/auth/gate";
import { assertCan } from "@/lib/auth/permission";
import { takeTurn } from "@/lib/auth/turns";
import type { BotEntry } from "@/lib/chatbot/books/entry";
import { type Decision, decide } from "@/lib/chatbot/decide";
import { type BotTools, sayDecision } from "@/lib/chatbot/jobs";
import { topicPage } from "@/lib/chatbot/reply/reply";
import type { AskedBy } from "@/lib/chatbot/seam";
import { readBotTap } from "@/lib/chatbot/tap";
import { getCityProfile } from "@/lib/city/queries";
import { startButtons } from "@/lib/conversations/closed";
import { step } from "@/lib/conversations/step";
import { type Bot, emptyTalk, type TalkEvent } from "@/lib/conversations/talk";
import type { Ctx } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { ok, type Result, refused } from "@/lib/core/result";
import { garbageOf } from "@/lib/garbage/resident/store";
import { readOperation } from "@/lib/preferences/operation";
import { listPublishedScenarios } from "@/lib/scenarios/queries";
import { TOO_OFTEN } from "./messages";
import { readGarbageBooks, readLibrary } from "./queries";
import type { TryInput } from "./schema";
import { outcomeOf, type Tried } from "./tried";

/** Stands for an entry that has no key yet. */
const NEW_KEY = "new";

const typedEntry = (typed: NonNullable<TryInput["entry"]>): BotEntry => ({
  ...typed,
  key: typed.key ?? NEW_KEY,
  reading: typed.reading || null,
  note: null,
  answer: typed.answer,
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
});

type Desk = { tools: BotTools; bot: Bot; by: AskedBy };

async function open(ctx: Ctx, input: TryInput): Promise<Desk> {
  const typed = input.entry && typedEntry(input.entry);
  const [city, scenarios, library, books] = await Promise.all([
    getCityProfile(ctx),
    listPublishedScenarios(ctx),
    readLibrary(ctx, { which: input.which, typed }),
    readGarbageBooks(ctx, input),
  ]);
  const garbage = garbageOf(async () => books);
  return {
    tools: { library, city, garbage: garbage.answer, commands: garbage.commands },
    bot: { city, scenarios, startable: scenarios.map((one) => one.key) },
    // Nobody's: nothing is counted, nothing of a resident is read.
    by: { friendId: null, language: input.language, at: ctx.now, eventId: newId() },
  };
}

const sayAll = async (ctx: Ctx, { tools, bot, by }: Desk, decision: Decision): Promise<Tried> => ({
  messages: await sayDecision(ctx, tools, {
    decision,
    by,
    starts: startButtons(bot, by.at.getTime(), by.language),
  }),
  outcome: outcomeOf(decision),
});

/** A text in an idle talk, taken the way a resident's is: 受信設定, a scenario, then the bot. */
async function onText(ctx: Ctx, desk: Desk, text: string): Promise<Tried> {
  const { bot, by, tools } = desk;
  const event: TalkEvent = {
    id: by.eventId,
    at: by.at.getTime(),
    kind: "text",
    messageId: by.eventId,
    text,
  };
  if (readOperation(event)) return { messages: [], outcome: { kind: "settings" } };
  const { talk, replies } = step(emptyTalk(by.language), event, bot);
  if (talk.open) {
    const started = bot.scenarios.find((one) => one.key === talk.open?.scenarioKey);
    const title = started?.definition.title.ja ?? talk.open.scenarioKey;
    return { messages: replies, outcome: { kind: "scenario", title } };
  }
  return sayAll(ctx, desk, decide(text, tools.library, tools.commands));
}

/** A button under one of the bot's answers. What only counts (役に立った) answers nothing here. */
async function onTap(ctx: Ctx, desk: Desk, data: string): Promise<Tried> {
  const { bot, by, tools } = desk;
  const tap = readBotTap(data);
  if (!tap) {
    const command = tools.commands.tapped(data, {});
    return command
      ? sayAll(ctx, desk, { kind: "command", command })
      : { messages: [], outcome: { kind: "page" } };
  }
  if (tap.kind === "choose" || tap.kind === "read") {
    const entry = tools.library.known.get(tap.entry)?.entry;
    if (!entry) return { messages: [], outcome: { kind: "page" } };
    const reason = { field: "title", words: entry.title, how: "same" } as const;
    return sayAll(ctx, desk, {
      kind: "verdict",
      verdict: { kind: "answer", hit: { entry, score: 1, reason } },
    });
  }
  if (tap.kind === "topics") return sayAll(ctx, desk, { kind: "topics" });
  if (tap.kind !== "topic") return { messages: [], outcome: { kind: "page" } };
  const starts = startButtons(bot, by.at.getTime(), by.language);
  const scene = { library: tools.library, city: tools.city, language: by.language, starts };
  return { messages: topicPage(scene, tap.topic, tap.page), outcome: { kind: "page" } };
}

/** Nobody asks faster by hand. With an entry that is being typed all the bot knows is made anew, each time. */
const TRIES = { points: 60, seconds: 60 };
const TYPED_TRIES = { points: 20, seconds: 60 };

/**
 * Reads only: what the bot would answer, by the code that answers residents, and why. With an entry that is not saved it
 * is a part of writing.
 */
export async function tryBot(ctx: StaffCtx, input: TryInput): Promise<Result<Tried, "too-often">> {
  if (input.entry) assertCan(ctx.actor, "bot.write");
  const [name, limit] = input.entry ? (["try-typed", TYPED_TRIES] as const) : (["try", TRIES] as const);
  if (!takeTurn(`${name}:${ctx.actor.staffId}`, limit, ctx.now.getTime()))
    return refused("too-often", TOO_OFTEN);
  const desk = await open(ctx, input);
  const { asked } = input;
  return ok(asked.kind === "text" ? await onText(ctx, desk, asked.text) : await onTap(ctx, desk, asked.data));
}
