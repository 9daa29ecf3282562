import { languageOf } from "@/lib/scenarios/language";
import { receipt } from "./closed";
import { forgetInReport } from "./forget";
import { type LineMessage, textMessage } from "./message";
import { SENTENCES, words } from "./messages";
import { fetchEffect, overfullSet, setIsComing } from "./photo";
import { openQuestion, step } from "./step";
import { submissionOf } from "./submission";
import {
  type Bot,
  type ClosedState,
  DRAFT_LIFE_MS,
  type Draft,
  type Effect,
  type Question,
  type Submission,
  type Talk,
  type TalkEvent,
} from "./talk";
import { findVersion } from "./trigger";
import { findStep } from "./walk";

/** One conversation after a replay. `submission` only when it was sent. */
export type ReplayedConversation = {
  state: ClosedState | "open";
  draft: Draft;
  submission: Submission | null;
};
export type Replay = {
  talk: Talk;
  conversations: Record<string, ReplayedConversation>;
  effects: Effect[];
  /** Every text in order, with what the bot is asked by it; null: it is an answer, a start, or was taken back. */
  texts: { eventId: string; at: number; question: Question | null }[];
};

/** Newest last; equal times by id. Every order of delivery is brought into this one. */
export const byTime = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Notes how each conversation stands after one more event. */
function note(found: Map<string, ReplayedConversation>, talk: Talk, bot: Bot): void {
  if (talk.last) {
    const { state, draft, closedAt } = talk.last;
    const definition = findVersion(bot, draft.scenarioKey, draft.version)?.definition;
    const submission = state === "submitted" && definition ? submissionOf(definition, draft, closedAt) : null;
    found.set(draft.conversationId, { state, draft, submission });
  }
  if (talk.open) found.set(talk.open.conversationId, { state: "open", draft: talk.open, submission: null });
}

/** An unsent message may be part of a report that was sent before the last one: `step` knows only that. */
function forgetEverywhere(found: Map<string, ReplayedConversation>, messageId: string, bot: Bot): void {
  for (const { state, draft } of [...found.values()]) {
    if (state !== "submitted") continue;
    const forgotten = forgetInReport({ state, closedAt: draft.lastAt, draft }, messageId, bot);
    if (!forgotten) continue;
    const { closed, submission } = forgotten;
    found.set(draft.conversationId, { state, draft: closed.draft, submission });
  }
}

/** What has to be done so that everything outside is as one conversation's end asks for. */
function effectsOf({ state, draft, submission }: ReplayedConversation, bot: Bot): Effect[] {
  const { conversationId } = draft;
  const definition = findVersion(bot, draft.scenarioKey, draft.version)?.definition;
  const photos = draft.photos.map((photo) => {
    const asked = definition && photo.stepId ? findStep(definition, photo.stepId) : null;
    return fetchEffect(draft, asked?.kind === "photo" ? asked : null, photo.messageId);
  });
  if (submission) return [...photos, { kind: "submit-report", conversationId, submission }];
  const withdraw: Effect = { kind: "withdraw-report", conversationId };
  return state === "open" ? [...photos, withdraw] : [{ kind: "discard-photos", conversationId }, withdraw];
}

/**
 * The talk as it would be had the events come in order, each once. `base` is the talk before the first of them:
 * `emptyTalk(language)` when they reach back to `replayStart`. The effects are the net ones, not those on the way; a
 * `withdraw-report` is there for every conversation that was not sent, whether a report exists or not. What the bot is
 * asked stands in `texts`, not among the effects.
 */
export function replay(base: Talk, events: readonly TalkEvent[], bot: Bot): Replay {
  const found = new Map<string, ReplayedConversation>();
  const removed = new Map<string, Effect>();
  let friend: Effect | null = null;
  let talk = base;
  const texts: Replay["texts"] = [];
  const ordered = [...new Map(events.map((event) => [event.id, event])).values()].sort(byTime);
  for (const event of ordered) {
    const result = step(talk, event, bot);
    talk = result.talk;
    note(found, talk, bot);
    if (event.kind === "unsend") forgetEverywhere(found, event.messageId, bot);
    if (event.kind === "text") texts.push({ eventId: event.id, at: event.at, question: null });
    for (const effect of result.effects) {
      const text = texts.at(-1);
      if (effect.kind === "ask-bot" && text) text.question = effect.question;
      if (effect.kind === "remove-message") removed.set(effect.messageId, effect);
      if (effect.kind === "set-friend-state") friend = effect;
    }
  }
  const conversations = Object.fromEntries(found);
  const effects = [...found.values()].flatMap((conversation) => effectsOf(conversation, bot));
  for (const text of texts) if (text.question && removed.has(text.question.messageId)) text.question = null;
  return {
    talk,
    conversations,
    effects: [...effects, ...removed.values(), ...(friend ? [friend] : [])],
    texts,
  };
}

/**
 * From which time on a resident's events have to be replayed when one of time `lateAt` comes late: the start of the run
 * of events without a gap longer than a draft lives. Before such a gap nothing can be open. `times` in any order.
 */
export function replayStart(times: readonly number[], lateAt: number): number {
  let start = lateAt;
  for (const at of times.filter((time) => time <= lateAt).sort((a, b) => b - a)) {
    if (start - at > DRAFT_LIFE_MS) break;
    start = at;
  }
  return start;
}

const photoIds = (talk: Talk): string =>
  JSON.stringify([talk.open?.photos, talk.last?.state === "submitted" && talk.last.draft.photos]);

/** Events that are not answered, late or in time. */
const isUnanswered = (event: TalkEvent): boolean =>
  event.kind === "unsend" ||
  event.kind === "unfollow" ||
  event.kind === "other" ||
  (event.kind === "follow" && event.standby === true);

/** What to say after a late event changed the talk: a short word and the question that is open now. */
export function lateReply(
  before: Talk,
  after: Talk,
  event: TalkEvent,
  bot: Bot,
): { replies: LineMessage[]; reportOf: string | null } {
  const nothing = { replies: [], reportOf: null };
  if (isUnanswered(event)) return nothing;
  const language = languageOf(after.language);
  const set = event.kind === "image" ? event.set : null;
  const holder = [after.open, after.last?.draft].find((draft) => draft && !setIsComing(draft, set));
  if (!holder) return nothing;
  const leftOut = overfullSet(holder, set, language);
  const more = leftOut === null ? [] : [leftOut];
  if (after.open) {
    const asked = openQuestion(after, bot);
    if (asked.length === 0) return nothing;
    return { replies: [textMessage(leftOut ?? words(SENTENCES.late, language)), ...asked], reportOf: null };
  }
  if (after.last?.state !== "submitted") return nothing;
  const { conversationId } = after.last.draft;
  const isNew = before.last?.state !== "submitted" || before.last.draft.conversationId !== conversationId;
  if (isNew) return { replies: [receipt("receipt", language, ...more)], reportOf: conversationId };
  return photoIds(before) === photoIds(after)
    ? { ...nothing, replies: more.map((text) => textMessage(text)) }
    : { replies: [receipt("amended", language, ...more)], reportOf: conversationId };
}
