import { type Language, languageOf } from "@/lib/scenarios/language";
import type { LocalText, ScenarioDefinition, ScenarioStep } from "@/lib/scenarios/schema";
import { words } from "./messages";
import type { StartTarget } from "./postback";
import type { Bot, Draft, Effect, Talk, TalkEvent } from "./talk";
import { currentStep } from "./walk";

/** Everything one event at an open draft is judged by. */
export type Scene<E extends TalkEvent = TalkEvent> = {
  bot: Bot;
  definition: ScenarioDefinition;
  draft: Draft;
  current: ScenarioStep;
  event: E;
  language: Language;
};

/** What came of it: the draft, what is said before the next question, and how it goes on. */
export type Turn = {
  draft: Draft;
  said: string[];
  effects: Effect[];
  go:
    | { kind: "ask" }
    /** Nothing is said at all. */
    | { kind: "silent" }
    | { kind: "submit" }
    | { kind: "cancel" }
    | { kind: "start"; target: StartTarget };
};

export const sceneOf = <E extends TalkEvent>(
  talk: Talk,
  draft: Draft,
  definition: ScenarioDefinition,
  event: E,
  bot: Bot,
): Scene<E> => ({
  bot,
  definition,
  draft,
  current: currentStep(definition, draft),
  event,
  language: languageOf(talk.language),
});

/** The next question, after these words. */
export const ask = (draft: Draft, ...said: string[]): Turn => ({
  draft,
  said,
  effects: [],
  go: { kind: "ask" },
});

/** Nothing is said, and what is open stays so. */
export const silent = (draft: Draft, effects: Effect[] = []): Turn => ({
  draft,
  said: [],
  effects,
  go: { kind: "silent" },
});

/** The next question, with the engine's own words before it. */
export const tell = (
  scene: Pick<Scene, "draft" | "language">,
  sentence: LocalText,
  values: Record<string, string | number> = {},
): Turn => ask(scene.draft, words(sentence, scene.language, values));
