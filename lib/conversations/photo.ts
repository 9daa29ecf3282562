import type { ScenarioDefinition, StepOf } from "@/lib/scenarios/schema";
import { SENTENCES, words } from "./messages";
import type { Draft, DraftPhoto, Effect, TalkEvent } from "./talk";
import { ask, type Scene, type Turn, tell } from "./turn";
import { walk, withAnswer, withoutAnswer } from "./walk";

type PhotoStep = StepOf<"photo">;

/** Photos that came before any photo step was asked. */
const MOST_LOOSE = 10;

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

/** Is a photo of the same set still to come? Then the answer waits for the last one. */
export const setIsComing = (draft: Draft, set: DraftPhoto["set"]): boolean =>
  set?.total != null && draft.photos.filter((photo) => photo.set?.id === set.id).length < set.total;

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

export function onImage(scene: Scene<Extract<TalkEvent, { kind: "image" }>>): Turn {
  const { event, language } = scene;
  const draft = { ...scene.draft, asking: null };
  if (event.external) return tell({ draft, language }, SENTENCES.externalPhoto);
  const step = stepFor(scene.definition, scene);
  const max = step?.max ?? MOST_LOOSE;
  const held = step ? photosOf(draft, step.id).length : draft.photos.length;
  if (held >= max) {
    const isLast = event.set?.total == null || event.set.index === event.set.total;
    return isLast
      ? tell({ draft, language }, SENTENCES.tooManyPhotos, { max })
      : { draft, said: [], effects: [], go: { kind: "silent" } };
  }
  const photo: DraftPhoto = {
    messageId: event.messageId,
    stepId: step?.id ?? null,
    at: event.at,
    set: event.set,
  };
  let after: Draft = { ...draft, photos: [...draft.photos, photo] };
  const effects = [fetchEffect(after, step, event.messageId)];
  const count = step ? photosOf(after, step.id).length : after.photos.length;
  const full = step !== null && scene.current.id === step.id && count >= max;
  if (full) after = withAnswer(after, step.id, { kind: "photo", messageIds: [] });
  else if (setIsComing(after, event.set)) return { draft: after, said: [], effects, go: { kind: "silent" } };
  const said = scene.current.kind === "photo" ? SENTENCES.gotPhotos : SENTENCES.addedPhoto;
  return { ...ask(after, words(said, language, { n: count })), effects };
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
    ...tell({ draft, language: scene.language }, SENTENCES.photosDropped),
    effects: gone.map(({ messageId }) => ({ kind: "remove-message", messageId })),
  };
}
