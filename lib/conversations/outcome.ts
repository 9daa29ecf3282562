import { languageOf, say } from "@/lib/scenarios/language";
import type { ScenarioDefinition } from "@/lib/scenarios/schema";
import { offerStart, receipt } from "./closed";
import { LIMITS, type LineMessage, textMessage } from "./message";
import { adoptPhotos } from "./photo";
import { adoptPlace } from "./place";
import { conversationIdOf, type StartTarget } from "./postback";
import { question } from "./prompt";
import { stopMessages } from "./stop";
import { submissionOf } from "./submission";
import type { Bot, Closed, ClosedState, Draft, Effect, StepResult, Talk, TalkEvent } from "./talk";
import { startableAt } from "./trigger";
import type { Turn } from "./turn";
import { currentStep } from "./walk";

/** A conversation that was not sent keeps nothing of what was said. */
export function close(draft: Draft, state: ClosedState): Closed {
  const kept =
    state === "submitted"
      ? draft
      : { ...draft, answers: {}, photos: [], sets: [], place: null, asking: null, editing: null };
  return { state, closedAt: draft.lastAt, draft: kept };
}

export const dropped = (talk: Talk, draft: Draft, state: ClosedState): { talk: Talk; effects: Effect[] } => ({
  talk: { ...talk, open: null, last: close(draft, state) },
  effects: [{ kind: "discard-photos", conversationId: draft.conversationId }],
});

/** What was sent ahead of its question is the answer when the question comes. */
function settle(definition: ScenarioDefinition, draft: Draft): Draft {
  const current = currentStep(definition, draft);
  if (current.kind === "photo") return adoptPhotos(draft, current);
  if (current.kind !== "place" || draft.editing === current.id) return draft;
  const adopted = adoptPlace(draft, current);
  return adopted === draft ? draft : settle(definition, adopted);
}

/** The draft goes on to its next question, or to a stop, which ends it. */
function goOn(
  talk: Talk,
  before: Draft,
  definition: ScenarioDefinition,
  said: LineMessage[],
  bot: Bot,
): StepResult {
  const draft = settle(definition, before);
  const language = languageOf(talk.language);
  const current = currentStep(definition, draft);
  if (current.kind === "stop" && draft.asking === null) {
    const over = dropped(talk, draft, "stopped");
    return { ...over, replies: [...said, ...stopMessages(bot, current, language)], reportOf: null };
  }
  const asked = question({ bot, definition, draft, current, language, now: draft.lastAt });
  return {
    talk: { ...talk, open: draft },
    replies: [...said, ...asked].slice(0, LIMITS.messages),
    effects: [],
    reportOf: null,
  };
}

export function start(talk: Talk, target: StartTarget, event: TalkEvent, bot: Bot): StepResult {
  const language = languageOf(talk.language);
  const version = startableAt(bot, event.at).find((one) => one.key === target.scenarioKey);
  if (!version) {
    return { talk, replies: offerStart(bot, event.at, language, "fallback"), effects: [], reportOf: null };
  }
  const { definition } = version;
  const given = definition.shortcuts.find((one) => one.key === target.shortcut)?.answers ?? {};
  const draft: Draft = {
    conversationId: conversationIdOf(event.id),
    scenarioKey: version.key,
    version: version.version,
    startedAt: event.at,
    lastAt: event.at,
    lastEventId: event.id,
    answers: Object.fromEntries(
      Object.entries(given).map(([id, value]) => [id, { kind: "choice" as const, value, messageIds: [] }]),
    ),
    preset: Object.keys(given),
    photos: [],
    sets: [],
    place: null,
    page: 0,
    asking: null,
    editing: null,
  };
  return goOn(talk, draft, definition, [textMessage(say(definition.opening, language))], bot);
}

/** What a turn of the open draft comes to. */
export function finish(
  talk: Talk,
  turn: Turn,
  definition: ScenarioDefinition,
  event: TalkEvent,
  bot: Bot,
): StepResult {
  const { draft, go } = turn;
  const language = languageOf(talk.language);
  const said = turn.said.length > 0 ? [textMessage(turn.said.join("\n"))] : [];
  switch (go.kind) {
    case "silent":
      return { talk: { ...talk, open: draft }, replies: [], effects: turn.effects, reportOf: null };
    case "cancel": {
      const over = dropped(talk, draft, "cancelled");
      return {
        talk: over.talk,
        replies: offerStart(bot, event.at, language, "cancelled"),
        effects: [...turn.effects, ...over.effects],
        reportOf: null,
      };
    }
    case "start": {
      const over = dropped(talk, draft, "cancelled");
      const begun = start(over.talk, go.target, event, bot);
      return { ...begun, effects: [...turn.effects, ...over.effects, ...begun.effects] };
    }
    case "submit": {
      const current = currentStep(definition, draft);
      const thanks = current.kind === "confirm" ? [say(current.thanks, language)] : [];
      const { conversationId } = draft;
      return {
        talk: { ...talk, open: null, last: close(draft, "submitted") },
        replies: [receipt("receipt", language, ...thanks)],
        effects: [
          ...turn.effects,
          {
            kind: "submit-report",
            conversationId,
            submission: submissionOf(definition, draft, draft.lastAt),
          },
        ],
        reportOf: conversationId,
      };
    }
    case "ask": {
      const next = goOn(talk, draft, definition, said, bot);
      return { ...next, effects: [...turn.effects, ...next.effects] };
    }
  }
}
