import type { Bot, StepResult, Talk, TalkEvent } from "./talk";

/**
 * One event of one resident. Pure: the same arguments give the same result. The caller removes repeated event ids and
 * replays the talk (replay.ts) when an event is older than the newest one applied.
 */
export function step(talk: Talk, event: TalkEvent, bot: Bot): StepResult {
  void event;
  void bot;
  return { talk, replies: [], effects: [], reportOf: null };
}
