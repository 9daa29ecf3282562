import { dayStart, parseIsoDate, parsePickerDateTime } from "@/lib/core/time";
import type { QuestionStep } from "@/lib/scenarios/schema";
import { SENTENCES } from "./messages";
import { dropPhotos, photosDone } from "./photo";
import { noPlace } from "./place";
import { readTap, type Tap } from "./postback";
import type { TalkEvent } from "./talk";
import { ask, type Scene, type Turn, tell } from "./turn";
import { answerTime, goBack, wantCancel, wantStart } from "./typed";
import { answerTo, findOption, findStep, isQuestion, walk, withAnswer } from "./walk";
import { readPicked, readWhen } from "./when";

type Tapped = Scene<Extract<TalkEvent, { kind: "postback" }>>;
type Act = Extract<Tap, { kind: "act" }>;

/** A button that answers a step: the one asked now, or one that is still to come. Null: it does not fit the step. */
function answer(scene: Tapped, step: QuestionStep, act: Act): Turn | null {
  const { draft, event } = scene;
  switch (act.verb) {
    case "pick":
      return findOption(step, act.value)
        ? ask(withAnswer(draft, step.id, { kind: "choice", value: act.value, messageIds: [] }))
        : null;
    case "done":
      return step.kind === "photo" ? photosDone(draft, step) : null;
    case "drop":
      return step.kind === "photo" ? dropPhotos(scene, step) : null;
    case "now":
      return step.kind === "when" ? answerTime(scene, readWhen("いま", event.at), step.id, []) : null;
    case "today":
    case "yesterday":
      if (step.kind !== "date") return null;
      return answerTime(
        scene,
        readPicked(dayStart(new Date(event.at), act.verb === "today" ? 0 : -1), event.at, false),
        step.id,
        [],
      );
    case "picker": {
      if (step.kind !== "when" && step.kind !== "date") return null;
      const exact = step.kind === "when";
      const picked = exact
        ? parsePickerDateTime(event.params.datetime ?? "")
        : parseIsoDate(event.params.date ?? "");
      return answerTime(scene, readPicked(picked, event.at, exact), step.id, []);
    }
    case "skip":
      if (step.kind === "photo") return photosDone(draft, step);
      if (!("required" in step) || step.required) return null;
      if (step.kind === "place") return noPlace(draft, step);
      if (step.kind === "text")
        return ask(withAnswer(draft, step.id, { kind: "text", text: null, messageIds: [] }));
      return answerTime(scene, readWhen("わからない", event.at), step.id, []);
    default:
      return null;
  }
}

/** Is the answer for this button already there? A step that is being corrected is asked anew. */
const isAnswered = (scene: Tapped, step: QuestionStep): boolean =>
  scene.current.id !== step.id && answerTo(step, scene.draft) !== null;

function actOnStep(scene: Tapped, act: Act): Turn {
  const step = findStep(scene.definition, act.stepId);
  if (!isQuestion(step)) return ask(scene.draft);
  if (isAnswered(scene, step)) return tell(scene, SENTENCES.answered);
  return answer(scene, step, act) ?? ask(scene.draft);
}

/** 戻る and the like belong to the question they stood under: tapped twice they count once. */
function actOnTalk(scene: Tapped, act: Act): Turn {
  const { definition, current } = scene;
  const draft = { ...scene.draft, asking: null };
  const isHere = act.stepId === current.id;
  const value = Number(act.value);
  switch (act.verb) {
    case "back":
      return isHere ? goBack(scene) : tell({ ...scene, draft }, SENTENCES.answered);
    case "cancel":
      return wantCancel(draft);
    case "quit":
      return { draft, said: [], effects: [], go: { kind: "cancel" } };
    case "page":
      return isHere && Number.isInteger(value)
        ? ask({ ...scene.draft, page: Math.max(0, value) })
        : ask(scene.draft);
    case "send":
      if (current.kind !== "confirm") return tell({ ...scene, draft }, SENTENCES.notYet);
      return { draft, said: [], effects: [], go: { kind: "submit" } };
    case "fix":
      return current.kind === "confirm" ? ask({ ...draft, asking: "fix", page: 0 }) : ask(draft);
    case "edit": {
      const isOnPath = walk(definition, draft).path.some((step) => step.id === act.value);
      return current.kind === "confirm" && isOnPath
        ? ask({ ...draft, editing: act.value, page: 0 })
        : tell({ ...scene, draft }, SENTENCES.answered);
    }
    default:
      return ask(draft);
  }
}

const ON_TALK = new Set<string>(["back", "cancel", "quit", "stay", "resume", "page", "send", "fix", "edit"]);

/** A button at an open draft. */
export function onPostback(scene: Tapped): Turn {
  const { draft, event } = scene;
  const tap = readTap(event.data);
  if (!tap) return ask(draft);
  if (tap.kind === "start") {
    if (tap.again === draft.conversationId) {
      return { draft, said: [], effects: [], go: { kind: "start", target: tap.target } };
    }
    return wantStart(draft, tap.target);
  }
  if (tap.conversationId !== draft.conversationId) return tell(scene, SENTENCES.staleButtonOpen);
  return ON_TALK.has(tap.verb)
    ? actOnTalk(scene, tap)
    : actOnStep({ ...scene, draft: { ...draft, asking: null } }, tap);
}
