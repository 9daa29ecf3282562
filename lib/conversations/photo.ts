import type { Language } from "@/lib/scenarios/language";
import type { ScenarioDefinition, StepOf } from "@/lib/scenarios/schema";
import { words } from "./messages";
import { PHOTO_WORDS } from "./photo-words";
import type { Draft, DraftPhoto, DraftSet, Effect, ImageSet, TalkEvent } from "./talk";
import { ask, type Scene, silent, type Turn, tell } from "./turn";
import { walk, withAnswer, withoutAnswer } from "./walk";

type PhotoStep = StepOf<"photo">;
type ImageEvent = Extract<TalkEvent, { kind: "image" }>;

/** Photos that came before any photo step was asked. */
const MOST_LOOSE = 10;
/** Only the newest sets can have photos to come; a draft does not grow with the others. */
const MOST_SETS = 10;

/** In the order they were sent; those of one set by their place in it. */
export function inOrder(photos: readonly DraftPhoto[]): DraftPhoto[] {
  const first = new Map<string, number>();
  photos.forEach((photo, i) => {
    if (photo.set && !first.has(photo.set.id)) first.set(photo.set.id, i);
  });
  const rank = (photo: DraftPhoto, i: number) => (photo.set ? (first.get(photo.set.id) ?? i) : i);
  return photos
    .map((photo, i) => ({
      photo,
      i,
      group: rank(photo, i),
      inSet: photo.set?.index ?? Number.MAX_SAFE_INTEGER,
    }))
    .sort((a, b) => a.group - b.group || a.inSet - b.inSet || a.i - b.i)
    .map(({ photo }) => photo);
}

export const photosOf = (draft: Draft, stepId: string): DraftPhoto[] =>
  inOrder(draft.photos.filter((photo) => photo.stepId === stepId));

/** near, far …, then `more`. */
export const labelAt = (step: PhotoStep | null, index: number): string => step?.asks[index]?.label ?? "more";

/** Photos that came early belong to the photo step that is asked now. */
export function adoptPhotos(draft: Draft, step: PhotoStep): Draft {
  if (draft.photos.every((photo) => photo.stepId !== null)) return draft;
  const photos = draft.photos.map((photo) => (photo.stepId === null ? { ...photo, stepId: step.id } : photo));
  return { ...draft, photos };
}

/** The step a photo goes to: the one asked now, else the last one that was asked and has room. */
function stepFor(definition: ScenarioDefinition, scene: Scene): PhotoStep | null {
  if (scene.current.kind === "photo") return scene.current;
  const asked = walk(definition, scene.draft).path.filter((step) => step.kind === "photo");
  return asked.findLast((step) => photosOf(scene.draft, step.id).length < step.max) ?? asked.at(-1) ?? null;
}

const countOf = (draft: Draft, set: ImageSet | null): DraftSet | null =>
  draft.sets?.find((one) => one.id === set?.id) ?? null;

/** Is a photo of the same set still to come? Then the answer waits for the last one. */
export const setIsComing = (draft: Draft, set: ImageSet | null): boolean =>
  set?.total != null && (countOf(draft, set)?.came ?? 0) < set.total;

/**
 * Counts a photo of a set, kept or not. They come in no order, so that their number alone tells the last; and one that
 * is taken back or had no room came all the same.
 */
function counted(draft: Draft, set: ImageSet | null, max: number, isKept: boolean): Draft {
  if (set?.total == null) return draft;
  const { came, leftOut } = countOf(draft, set) ?? { came: 0, leftOut: 0 };
  const now: DraftSet = { id: set.id, came: came + 1, leftOut: leftOut + (isKept ? 0 : 1), max };
  const others = (draft.sets ?? []).filter((one) => one.id !== set.id);
  return { ...draft, sets: [...others, now].slice(-MOST_SETS) };
}

/** Of the photos sent at once, be it one: how many are kept, and for how many there was no room. */
type Batch = { kept: number; leftOut: number; max: number };

const batchOf = (draft: Draft, { id, leftOut, max }: DraftSet): Batch => ({
  kept: draft.photos.filter((photo) => photo.set?.id === id).length,
  leftOut,
  max,
});

/** Null: all of them are kept. */
function leftOutWords({ kept, leftOut, max }: Batch, language: Language): string | null {
  if (leftOut === 0) return null;
  return words(kept > 0 ? PHOTO_WORDS.somePhotosFit : PHOTO_WORDS.noPhotoFits, language, {
    n: kept,
    left: leftOut,
    max,
  });
}

/** What is to be said of a set that came whole and did not fit whole. Null: it did, or it is no set we know. */
export function overfullSet(draft: Draft, set: ImageSet | null, language: Language): string | null {
  const count = countOf(draft, set);
  return count && leftOutWords(batchOf(draft, count), language);
}

export function fetchEffect(draft: Draft, step: PhotoStep | null, messageId: string): Effect {
  const position = inOrder(draft.photos).findIndex((photo) => photo.messageId === messageId);
  const inStep = step
    ? photosOf(draft, step.id).findIndex((photo) => photo.messageId === messageId)
    : position;
  return {
    kind: "fetch-photo",
    messageId,
    conversationId: draft.conversationId,
    stepId: step?.id ?? null,
    label: labelAt(step, inStep),
    position,
  };
}

/** The draft after one more photo, kept if the step has room; and what came of all that were sent with it. */
export function takePhoto(
  before: Draft,
  step: PhotoStep | null,
  { messageId, at, set }: ImageEvent,
  language: Language,
): { draft: Draft; effects: Effect[]; kept: number; leftOut: string | null } {
  const max = step?.max ?? MOST_LOOSE;
  const held = step ? photosOf(before, step.id).length : before.photos.length;
  const isKept = held < max;
  const photo: DraftPhoto = { messageId, stepId: step?.id ?? null, at, set };
  const photos = isKept ? [...before.photos, photo] : before.photos;
  const draft = counted({ ...before, photos }, set, max, isKept);
  const count = countOf(draft, set);
  const batch = count ? batchOf(draft, count) : { kept: isKept ? 1 : 0, leftOut: isKept ? 0 : 1, max };
  return {
    draft,
    effects: isKept ? [fetchEffect(draft, step, messageId)] : [],
    kept: batch.kept,
    leftOut: leftOutWords(batch, language),
  };
}

export function onImage(scene: Scene<ImageEvent>): Turn {
  const { event, language, current } = scene;
  const before = { ...scene.draft, asking: null };
  if (event.external) return tell({ draft: before, language }, PHOTO_WORDS.externalPhoto);
  const step = stepFor(scene.definition, scene);
  const { draft, effects, kept, leftOut } = takePhoto(before, step, event, language);
  if (setIsComing(draft, event.set)) return silent(draft, effects);
  const n = step ? photosOf(draft, step.id).length : draft.photos.length;
  // A step that was full before stays open: who came back to it may want to take its photos out.
  const isFull = step !== null && current.id === step.id && kept > 0 && n >= step.max;
  const after = isFull ? withAnswer(draft, step.id, { kind: "photo", messageIds: [] }) : draft;
  const got = current.kind === "photo" ? PHOTO_WORDS.gotPhotos : PHOTO_WORDS.addedPhoto;
  return { ...ask(after, leftOut ?? words(got, language, { n })), effects };
}

/** 次へ進む, 写真なしで進む. */
export const photosDone = (draft: Draft, step: PhotoStep): Turn =>
  ask(withAnswer(draft, step.id, { kind: "photo", messageIds: [] }));

/** Takes the step's photos out again. */
export function dropPhotos(scene: Scene, step: PhotoStep): Turn {
  const gone = photosOf(scene.draft, step.id);
  const photos = scene.draft.photos.filter((photo) => photo.stepId !== step.id);
  const draft = { ...withoutAnswer(scene.draft, step.id), photos };
  return {
    ...tell({ draft, language: scene.language }, PHOTO_WORDS.photosDropped),
    effects: gone.map(({ messageId }) => ({ kind: "remove-message", messageId })),
  };
}
