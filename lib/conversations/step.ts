import { languageOf } from "@/lib/scenarios/language";
import { whileIdle } from "./closed";
import { forgetInDraft, forgetInReport } from "./forget";
import type { LineMessage } from "./message";
import { onEvent } from "./open";
import { dropped, finish, start } from "./outcome";
import { question } from "./prompt";
import { type Bot, DRAFT_LIFE_MS, type Effect, type StepResult, type Talk, type TalkEvent } from "./talk";
import { findVersion } from "./trigger";
import { sceneOf } from "./turn";
import { currentStep } from "./walk";

/** A message was taken back: out of the open draft, and out of the report it went into. No answer: there is no token. */
function unsend(talk: Talk, messageId: string, bot: Bot): StepResult {
  const effects: Effect[] = [{ kind: "remove-message", messageId }];
  const open = talk.open ? forgetInDraft(talk.open, messageId) : null;
  const report = talk.last ? forgetInReport(talk.last, messageId, bot) : null;
  if (report) {
    const { conversationId } = report.closed.draft;
    effects.push({ kind: "submit-report", conversationId, submission: report.submission });
  }
  return { talk: { ...talk, open, last: report?.closed ?? talk.last }, replies: [], effects, reportOf: null };
}

const stateEffect = (event: TalkEvent): Effect[] => {
  if (event.kind !== "follow" && event.kind !== "unfollow") return [];
  const state = event.kind === "follow" ? "following" : "blocked";
  return [{ kind: "set-friend-state", state, at: event.at }];
};

function takeEvent(talk: Talk, event: TalkEvent, bot: Bot): StepResult {
  if (event.kind === "unsend") return unsend(talk, event.messageId, bot);
  const { open } = talk;
  const definition = open && findVersion(bot, open.scenarioKey, open.version)?.definition;
  if (open && definition) {
    return finish(talk, onEvent(sceneOf(talk, open, definition, event, bot)), definition, event, bot);
  }
  const idle = whileIdle(talk, event, bot);
  return idle.kind === "start" ? start(talk, idle.target, event, bot) : idle.result;
}

/** A draft nobody touched for 24 hours is over, as is one whose scenario is gone. */
function expire(talk: Talk, event: TalkEvent, bot: Bot): { talk: Talk; effects: Effect[] } {
  const { open } = talk;
  if (!open) return { talk, effects: [] };
  const isGone = !findVersion(bot, open.scenarioKey, open.version);
  return isGone || event.at - open.lastAt > DRAFT_LIFE_MS
    ? dropped(talk, open, "expired")
    : { talk, effects: [] };
}

/** The question of the open draft as it was last asked; none while nothing is open. */
export function openQuestion(talk: Talk, bot: Bot): LineMessage[] {
  const { open } = talk;
  const definition = open && findVersion(bot, open.scenarioKey, open.version)?.definition;
  if (!open || !definition) return [];
  const current = currentStep(definition, open);
  const language = languageOf(talk.language);
  return question({ bot, definition, draft: open, current, language, now: open.lastAt });
}

/**
 * One event of one resident. Pure: the same arguments give the same result. The caller removes repeated event ids and
 * replays the talk (replay.ts) when an event is older than the newest one applied.
 */
export function step(talk: Talk, event: TalkEvent, bot: Bot): StepResult {
  const { talk: alive, effects } = expire(talk, event, bot);
  const open = alive.open && {
    ...alive.open,
    lastAt: Math.max(alive.open.lastAt, event.at),
    lastEventId: event.id,
  };
  const result = takeEvent({ ...alive, open }, event, bot);
  return { ...result, effects: [...effects, ...stateEffect(event), ...result.effects] };
}
