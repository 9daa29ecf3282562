import { fold } from "@/lib/scenarios/fold";
import { everyWording } from "@/lib/scenarios/language";
import type { ScenarioDefinition, ScenarioStep } from "@/lib/scenarios/schema";
import { isAnyCommand } from "./command";
import { BUTTONS } from "./messages";
import { readsAsPlace } from "./place";
import type { Bot, Draft, PlaceAnswer, Reading, TalkEvent } from "./talk";
import { findTrigger, namesOf } from "./trigger";
import { ask, type Scene, type Turn } from "./turn";
import { walk, withAnswer } from "./walk";
import { readDate, readWhen } from "./when";
import { lengthOfWords } from "./words";

type Erased = Extract<TalkEvent, { kind: "erased" }>;

const labelsOf = (step: ScenarioStep): string[] => [
  ...("label" in step ? everyWording(step.label) : []),
  ...("options" in step
    ? step.options.flatMap((option) => [...everyWording(option.label), ...(option.also ?? [])])
    : []),
];
const wordsOf = (definition: ScenarioDefinition): string[] => [
  ...namesOf(definition),
  ...definition.shortcuts.flatMap(namesOf),
  ...definition.steps.flatMap(labelsOf).map(fold),
];

/** Words that the bot itself has on its buttons and in its questions, or a number of its lists: no words of a resident. */
function isBotsOwn(text: string, bot: Bot): boolean {
  const typed = fold(text);
  if (isAnyCommand(text) || /^\d{1,2}(?:番|ばん)?$/.test(typed)) return true;
  const own = [
    ...[BUTTONS.more, BUTTONS.fewer].flatMap(everyWording).map(fold),
    ...bot.scenarios.flatMap(({ definition }) => wordsOf(definition)),
  ];
  return own.some((word) => word === typed || ([...typed].length > 1 && word.includes(typed)));
}

function readingOf(text: string, at: number, bot: Bot): Reading {
  return {
    kind: "words",
    starts: findTrigger(text, bot, at, false),
    isWhen: readWhen(text, at).ok,
    isDate: readDate(text, at).ok,
    isPlace: readsAsPlace(text),
    length: lengthOfWords(text),
  };
}

/**
 * What stays of a message that the resident took back: how the talk went on by it, so that a replay goes the same way,
 * and nothing of what it said (LINE, unsend event: the message should not be seen or used any more). Words that are the
 * bot's own (やめる, 2, a label) stay: the same tap of a button would. The unsend event that follows takes the answer out.
 */
export function erased(event: TalkEvent, bot: Bot): TalkEvent {
  const { id, at } = event;
  if (event.kind === "text" && !isBotsOwn(event.text, bot)) {
    return { id, at, kind: "erased", messageId: event.messageId, reading: readingOf(event.text, at, bot) };
  }
  if (event.kind === "location") {
    const reading: Reading = { kind: "point", inside: event.inside };
    return { id, at, kind: "erased", messageId: event.messageId, reading };
  }
  return event;
}

/** The same as fields of LINE's message object, where `normalise` finds them again. */
export function leftOf(event: TalkEvent | null, bot: Bot): Record<string, unknown> {
  const left = event && erased(event, bot);
  switch (left?.kind) {
    case "text":
      return { text: left.text };
    case "erased":
      return { reading: left.reading };
    case "image":
      return {
        contentProvider: { type: left.external ? "external" : "line" },
        ...(left.set ? { imageSet: left.set } : {}),
      };
    default:
      return {};
  }
}

function onErasedWords(scene: Scene<Erased>, reading: Extract<Reading, { kind: "words" }>): Turn {
  const { current } = scene;
  const draft: Draft = { ...scene.draft, asking: scene.draft.asking === "fix" ? "fix" : null };
  if (draft.asking === "fix") return ask(draft);
  const messageIds = [scene.event.messageId];
  switch (current.kind) {
    case "text":
      return reading.length > 0 && reading.length <= current.maxLength
        ? ask(withAnswer(draft, current.id, { kind: "text", text: null, messageIds }))
        : ask(draft);
    case "place":
      return ask(reading.isPlace ? withAnswer(draft, current.id, nowhere(messageIds)) : draft);
    case "when":
    case "date": {
      const isTime = current.kind === "when" ? reading.isWhen : reading.isDate;
      const empty = { kind: "when" as const, instant: null, date: null, text: "", messageIds };
      return ask(isTime ? withAnswer(draft, current.id, empty) : draft);
    }
    default:
      return ask(draft);
  }
}

const nowhere = (messageIds: string[]): PlaceAnswer => ({
  kind: "place",
  point: null,
  address: null,
  areaKey: null,
  inside: null,
  messageIds,
});

/** A replay meets an erased message: it counts as the answer it was. */
export function onErased(scene: Scene<Erased>): Turn {
  const { current, event, definition } = scene;
  if (event.reading.kind === "words") return onErasedWords(scene, event.reading);
  const draft: Draft = { ...scene.draft, asking: null };
  if (!event.reading.inside) return ask(draft);
  const place = nowhere([event.messageId]);
  const asked = walk(definition, draft).path.findLast((step) => step.kind === "place");
  const step = current.kind === "place" ? current : asked;
  return ask(step ? withAnswer(draft, step.id, place) : { ...draft, place });
}
