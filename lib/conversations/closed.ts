import { type Language, languageOf, say } from "@/lib/scenarios/language";
import { type LineMessage, type QuickAction, textMessage } from "./message";
import { SENTENCES, words } from "./messages";
import { setIsComing, takePhoto } from "./photo";
import { readTap, type StartTarget, startData } from "./postback";

import { submissionOf } from "./submission";
import {
  type Bot,
  type Closed,
  type Effect,
  REPORT_NUMBER,
  type StepResult,
  type Talk,
  type TalkEvent,
} from "./talk";
import { findTrigger, findVersion, startableAt } from "./trigger";
import { walk } from "./walk";

/** A photo that LINE delivers this long after the receipt still belongs to the report. */
const AFTER_RECEIPT_MS = 30 * 60 * 1000;

/** What a talk without an open conversation comes to: words, or a start. */
type Idle = { kind: "say"; result: StepResult } | { kind: "start"; target: StartTarget };

const saying = (
  talk: Talk,
  replies: LineMessage[],
  reportOf: string | null = null,
  effects: Effect[] = [],
): Idle => ({ kind: "say", result: { talk, replies, effects, reportOf } });

/** Buttons that start what can be started. */
export function startButtons(bot: Bot, at: number, language: Language): QuickAction[] {
  const buttons = startableAt(bot, at).flatMap(({ key, definition }) =>
    [
      { shortcut: null, title: definition.title },
      ...definition.shortcuts.map((s) => ({ shortcut: s.key, title: s.title })),
    ].map(
      ({ shortcut, title }): QuickAction => ({
        type: "postback",
        label: say(title, language),
        data: startData({ scenarioKey: key, shortcut }),
        displayText: say(title, language),
      }),
    ),
  );
  return buttons.slice(0, 13);
}

/** One sentence with the ways to start under it. */
export function offerStart(
  bot: Bot,
  at: number,
  language: Language,
  sentence: keyof typeof SENTENCES,
  ...more: LineMessage[]
): LineMessage[] {
  const first = startableAt(bot, at)[0];
  const title = first ? say(first.definition.title, language) : "";
  const text = words(SENTENCES[first ? sentence : "closedService"], language, {
    title,
    account: bot.city.accountName,
  });
  return [...more, textMessage(text, startButtons(bot, at, language))];
}

export const receipt = (
  sentence: keyof typeof SENTENCES,
  language: Language,
  ...after: string[]
): LineMessage =>
  textMessage([words(SENTENCES[sentence], language, { number: REPORT_NUMBER }), ...after].join("\n\n"));

/** A button of the conversation that ended last. */
function tappedAgain(talk: Talk, last: Closed, bot: Bot, at: number, language: Language): Idle {
  if (last.state === "submitted") {
    return saying(talk, [receipt("receiptAgain", language)], last.draft.conversationId);
  }
  return saying(talk, offerStart(bot, at, language, last.state === "cancelled" ? "cancelled" : "expired"));
}

/** A photo that came after the receipt. Null: it belongs to no report. */
function addToReport(talk: Talk, event: Extract<TalkEvent, { kind: "image" }>, bot: Bot): StepResult | null {
  const last = talk.last;
  if (last?.state !== "submitted" || event.external || event.at - last.closedAt > AFTER_RECEIPT_MS)
    return null;
  const definition = findVersion(bot, last.draft.scenarioKey, last.draft.version)?.definition;
  const step = definition && walk(definition, last.draft).path.findLast((one) => one.kind === "photo");
  if (!definition || step?.kind !== "photo") return null;
  const language = languageOf(talk.language);
  const { draft, effects, kept, leftOut } = takePhoto(last.draft, step, event, language);
  const added: Effect = {
    kind: "submit-report",
    conversationId: draft.conversationId,
    submission: submissionOf(definition, draft, last.closedAt),
  };
  const replies =
    kept === 0 && leftOut !== null
      ? offerStart(bot, event.at, language, "anotherReport", textMessage(leftOut))
      : [receipt("amended", language, ...(leftOut === null ? [] : [leftOut]))];
  return {
    talk: { ...talk, last: { ...last, draft } },
    replies: setIsComing(draft, event.set) ? [] : replies,
    effects: effects.length > 0 ? [...effects, added] : [],
    reportOf: draft.conversationId,
  };
}

/** Any event while nothing is open. */
export function whileIdle(talk: Talk, event: TalkEvent, bot: Bot): Idle {
  const language = languageOf(talk.language);
  const offer = (sentence: keyof typeof SENTENCES, ...more: LineMessage[]) =>
    saying(talk, offerStart(bot, event.at, language, sentence, ...more));
  switch (event.kind) {
    case "text": {
      const target = findTrigger(event.text, bot, event.at, false);
      if (target) return { kind: "start", target };
      const { id: eventId, messageId, at, text } = event;
      return saying(talk, offerStart(bot, at, language, "fallback"), null, [
        { kind: "ask-bot", question: { eventId, messageId, at, text } },
      ]);
    }
    case "postback": {
      const tap = readTap(event.data);
      if (!tap) return offer("fallback");
      if (tap.kind === "start") return { kind: "start", target: tap.target };
      const isLast = talk.last?.draft.conversationId === tap.conversationId;
      return talk.last && isLast
        ? tappedAgain(talk, talk.last, bot, event.at, language)
        : offer("staleButton");
    }
    case "image": {
      const added = addToReport(talk, event, bot);
      return added ? { kind: "say", result: added } : offer("nothingOpen");
    }
    case "location":
      return offer("nothingOpen");
    case "sticker":
      return offer("fallback", textMessage(words(SENTENCES.sticker, language)));
    case "video":
    case "audio":
    case "file":
      return offer("nothingOpen", textMessage(words(SENTENCES[event.kind], language)));
    case "follow":
      return event.standby ? saying(talk, []) : offer("greeting");
    case "erased": {
      const target = event.reading.kind === "words" ? event.reading.starts : null;
      return target ? { kind: "start", target } : saying(talk, []);
    }
    case "unfollow":
    case "unsend":
    case "other":
      return saying(talk, []);
  }
}
