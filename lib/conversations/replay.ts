import type { LineMessage } from "./message";
import type { Bot, ClosedState, Draft, Effect, Submission, Talk, TalkEvent } from "./talk";

/** One conversation after a replay. `submission` only when it was sent. */
export type ReplayedConversation = {
  state: ClosedState | "open";
  draft: Draft;
  submission: Submission | null;
};
export type Replay = { talk: Talk; conversations: Record<string, ReplayedConversation>; effects: Effect[] };

/** Newest last; equal times by id. Every order of delivery is brought into this one. */
export const byTime = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * The talk as it would be had the events come in order, each once. `base` is the talk before the first of them:
 * `emptyTalk(language)` when they reach back to `replayStart`. The effects are the net ones, not those on the way.
 */
export function replay(base: Talk, events: TalkEvent[], bot: Bot): Replay {
  void events;
  void bot;
  return { talk: base, conversations: {}, effects: [] };
}

/**
 * From which time on a resident's events have to be replayed when one of time `lateAt` comes late: the start of the run
 * of events without a gap longer than a draft lives. Before such a gap nothing can be open.
 */
export function replayStart(times: number[], lateAt: number): number {
  void times;
  return lateAt;
}

/** What to say after a late event changed the talk: a short word and the question that is open now. */
export function lateReply(
  before: Talk,
  after: Talk,
  event: TalkEvent,
  bot: Bot,
): { replies: LineMessage[]; reportOf: string | null } {
  void before;
  void after;
  void event;
  void bot;
  return { replies: [], reportOf: null };
}
