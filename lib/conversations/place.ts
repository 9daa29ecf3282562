import { cleanText, cutGraphemes, cutUnits, graphemes } from "@/lib/core/text";
import { say } from "@/lib/scenarios/language";
import type { StepOf } from "@/lib/scenarios/schema";
import { SENTENCES, words } from "./messages";
import type { Draft, PlaceAnswer, TalkEvent } from "./talk";
import { ask, type Scene, type Turn, tell } from "./turn";
import { walk, withAnswer } from "./walk";

type PlaceStep = StepOf<"place">;
const LONGEST_ADDRESS = 200;

/** A place sent early is the answer when its step comes. */
export function adoptPlace(draft: Draft, step: PlaceStep): Draft {
  return draft.place ? { ...withAnswer(draft, step.id, draft.place), place: null } : draft;
}

/** Any place step of the scenario: what is said about a place outside before one was asked. */
const somePlaceStep = (scene: Scene): PlaceStep | null =>
  scene.definition.steps.find((step) => step.kind === "place") ?? null;

export function onLocation(scene: Scene<Extract<TalkEvent, { kind: "location" }>>): Turn {
  const { event, language, current } = scene;
  const draft: Draft = { ...scene.draft, asking: null };
  const asked = walk(scene.definition, draft).path.findLast((step) => step.kind === "place");
  const step = current.kind === "place" ? current : (asked ?? null);
  if (!event.inside) {
    const outside = (step ?? somePlaceStep(scene))?.outside;
    return ask(draft, outside ? say(outside, language) : words(SENTENCES.placeHelp, language));
  }
  const answer: PlaceAnswer = {
    kind: "place",
    point: event.point,
    address: event.address,
    areaKey: event.areaKey,
    inside: true,
    messageIds: [event.messageId],
  };
  if (!step) return tell({ draft: { ...draft, place: answer }, language }, SENTENCES.gotPlace);
  const isNew = current.id === step.id && draft.editing !== step.id;
  return tell(
    { draft: withAnswer(draft, step.id, answer), language },
    isNew ? SENTENCES.gotPlace : SENTENCES.movedPlace,
  );
}

const NO_IDEA = /^(わからない|分からない|わかりません|不明|ここ|here|この辺|このへん)[。.!]?$/i;

const addressOf = (typed: string): string => cleanText(typed).replace(/\s+/g, " ");
// Units first: counting grapheme clusters takes a millisecond per thousand.
const isTooLong = (text: string): boolean =>
  text.length > LONGEST_ADDRESS * 4 || graphemes(text) > LONGEST_ADDRESS;
const namesNothing = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) || graphemes(text) < 2 || NO_IDEA.test(text);

/** Would these words be taken as an address or landmark? */
export function readsAsPlace(typed: string): boolean {
  const text = addressOf(typed);
  return !isTooLong(text) && !namesNothing(text);
}

/** A typed address or landmark. Kept as words: only LINE's map gives a point. */
export function typedPlace(scene: Scene, step: PlaceStep, typed: string, messageId: string): Turn {
  const text = addressOf(typed);
  if (isTooLong(text)) return tell(scene, SENTENCES.tooLong, { max: LONGEST_ADDRESS });
  if (namesNothing(text)) return tell(scene, SENTENCES.placeHelp);
  const answer: PlaceAnswer = {
    kind: "place",
    point: null,
    address: text,
    areaKey: null,
    inside: null,
    messageIds: [messageId],
  };
  const draft = withAnswer(scene.draft, step.id, answer);
  return tell({ draft, language: scene.language }, SENTENCES.gotAddress, {
    text: cutUnits(cutGraphemes(text, 60), 400),
  });
}

export const noPlace = (draft: Draft, step: PlaceStep): Turn =>
  ask(
    withAnswer(draft, step.id, {
      kind: "place",
      point: null,
      address: null,
      areaKey: null,
      inside: null,
      messageIds: [],
    }),
  );
