import { matchItem, typedPage } from "./choice";
import { type Command, isCommand } from "./command";
import { SENTENCES, words } from "./messages";
import { dropPhotos, photosDone } from "./photo";
import { noPlace, typedPlace } from "./place";
import type { StartTarget } from "./postback";
import { fixItems } from "./prompt";
import type { Draft, TalkEvent } from "./talk";
import { findTrigger } from "./trigger";
import { ask, type Scene, type Turn, tell } from "./turn";
import { hasAnswers, walk, withAnswer, withoutAnswer } from "./walk";
import { type Read, readDate, readWhen, showWhen } from "./when";
import { typedWords } from "./words";

type Typed = Scene<Extract<TalkEvent, { kind: "text" }>>;

/** One question back: the last answer on the path is taken out and asked again. */
export function goBack(scene: Scene): Turn {
  const { draft, definition } = scene;
  if (draft.asking === "fix") return ask({ ...draft, asking: null, page: 0 });
  if (draft.editing) return ask({ ...draft, editing: null, asking: null, page: 0 });
  const last = walk(definition, draft).path.at(-1);
  if (!last) return tell(scene, SENTENCES.first);
  const before = withoutAnswer(draft, last.id);
  return ask(last.kind === "place" ? { ...before, place: null } : before);
}

/** Asks first when something would be lost. */
export const wantCancel = (draft: Draft): Turn =>
  hasAnswers(draft)
    ? ask({ ...draft, asking: "cancel" })
    : { draft, said: [], effects: [], go: { kind: "cancel" } };

export const wantStart = (draft: Draft, target: StartTarget): Turn =>
  hasAnswers(draft)
    ? ask({ ...draft, asking: "resume" })
    : { draft, said: [], effects: [], go: { kind: "start", target } };

/** Words said to the engine's own question; null when they do not answer it. */
function answerEngine(scene: Typed): Turn | null {
  const { draft, event } = scene;
  const says = (command: Command) => isCommand(event.text, command);
  if (draft.asking === "cancel") {
    if (says("quit")) return { draft, said: [], effects: [], go: { kind: "cancel" } };
    if (says("stay")) return ask({ ...draft, asking: null });
  }
  if (draft.asking === "resume") {
    if (says("resume")) return ask({ ...draft, asking: null });
    const target = { scenarioKey: draft.scenarioKey, shortcut: null };
    if (says("restart")) return { draft, said: [], effects: [], go: { kind: "start", target } };
  }
  if (draft.asking === "fix") {
    const items = fixItems(scene);
    const page = typedPage(event.text, draft.page, items);
    if (page !== null) return ask({ ...draft, page });
    const item = matchItem(event.text, items);
    if (item) return ask({ ...draft, asking: null, editing: item.key, page: 0 });
  }
  return null;
}

/** What was read of a time, as the answer of the step that is asked. */
export function answerTime(scene: Scene, read: Read, stepId: string, messageIds: string[]): Turn {
  if (!read.ok) return tell(scene, read.reason === "future" ? SENTENCES.futureTime : SENTENCES.timeHelp);
  const answer = { ...read.answer, messageIds };
  const draft = withAnswer(scene.draft, stepId, answer);
  return ask(
    draft,
    words(SENTENCES.understoodTime, scene.language, { text: showWhen(answer, scene.language) }),
  );
}

function answerStep(scene: Typed): Turn {
  const { draft, event, current } = scene;
  const { text, messageId } = event;
  switch (current.kind) {
    case "choice":
    case "band":
      return tell(scene, SENTENCES.notAChoice);
    case "photo":
      if (isCommand(text, "drop")) return dropPhotos(scene, current);
      if (isCommand(text, "skip") || isCommand(text, "done")) return photosDone(draft, current);
      return tell(scene, SENTENCES.photoHelp);
    case "place":
      if (!current.required && isCommand(text, "skip")) return noPlace(draft, current);
      return typedPlace(scene, current, text, messageId);
    case "when":
      return answerTime(scene, readWhen(text, event.at), current.id, [messageId]);
    case "date":
      return answerTime(scene, readDate(text, event.at), current.id, [messageId]);
    case "text":
      if (!current.required && isCommand(text, "skip")) {
        return ask(withAnswer(draft, current.id, { kind: "text", text: null, messageIds: [] }));
      }
      return typedWords(scene, current, text, messageId);
    case "confirm":
      if (isCommand(text, "send")) return { draft, said: [], effects: [], go: { kind: "submit" } };
      if (isCommand(text, "fix")) return ask({ ...draft, asking: "fix", page: 0 });
      return ask(draft);
    case "stop":
      return ask(draft);
  }
}

/** Typed words at an open draft: an answer first, then 戻る and やめる, then a new start. */
export function onText(scene: Typed): Turn {
  const engine = answerEngine(scene);
  if (engine) return engine;
  const { event, current, bot } = scene;
  const draft: Draft = { ...scene.draft, asking: scene.draft.asking === "fix" ? "fix" : null };
  const now: Typed = { ...scene, draft };
  if (draft.asking === null && (current.kind === "choice" || current.kind === "band")) {
    const page = typedPage(event.text, draft.page, current.options);
    if (page !== null) return ask({ ...draft, page });
    const option = matchItem(event.text, current.options);
    if (option) {
      return ask(
        withAnswer(draft, current.id, { kind: "choice", value: option.key, messageIds: [event.messageId] }),
      );
    }
  }
  if (isCommand(event.text, "back")) return goBack(now);
  if (isCommand(event.text, "cancel")) return wantCancel(draft);
  const target = findTrigger(event.text, bot, event.at, true);
  // At an open question for words, 道路 is an answer; only the scenario's own names start anew.
  if (target && (current.kind !== "text" || target.shortcut === null)) return wantStart(draft, target);
  if (draft.asking === "fix") return tell(now, SENTENCES.notAChoice);
  return answerStep(now);
}
