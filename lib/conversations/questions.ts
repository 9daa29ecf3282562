import { hours, isoDate, pickerDateTime } from "@/lib/core/time";
import { say } from "@/lib/scenarios/language";
import type { StepOf } from "@/lib/scenarios/schema";
import { type Asked, act, exits, joined, noticeOf } from "./asked";
import { itemButtons, itemList } from "./choice";
import { type LineMessage, type QuickAction, textMessage } from "./message";
import { BUTTONS, SENTENCES, words } from "./messages";
import { photosOf } from "./photo";
import { PHOTO_WORDS } from "./photo-words";
import { actData } from "./postback";

/** With two answers the buttons say it all. */
const LIST_FROM = 3;

export function choiceQuestion(asked: Asked, step: StepOf<"choice"> | StepOf<"band">): LineMessage[] {
  const { draft, language } = asked;
  const list =
    step.options.length >= LIST_FROM
      ? `${itemList(step.options, language)}\n\n${words(SENTENCES.choose, language)}`
      : null;
  const text = joined(say(step.prompt, language), list, noticeOf(step, language));
  return [
    textMessage(text, [
      ...itemButtons(draft, step.id, step.options, "pick", language),
      ...exits(asked, step.id),
    ]),
  ];
}

export function photoQuestion(asked: Asked, step: StepOf<"photo">): LineMessage[] {
  const { draft, language } = asked;
  const count = photosOf(draft, step.id).length;
  const next = count < step.max ? step.asks[count] : undefined;
  const more = count < step.max ? PHOTO_WORDS.morePhotos : PHOTO_WORDS.fullPhotos;
  const text = joined(
    count === 0 ? say(step.prompt, language) : null,
    next ? say(next.prompt, language) : words(more, language, { n: count, max: step.max }),
    count === 0 ? noticeOf(step, language) : null,
  );
  return [
    textMessage(text, [
      { type: "camera", label: say(BUTTONS.camera, language) },
      { type: "cameraRoll", label: say(BUTTONS.album, language) },
      act(asked, step.id, "done", count === 0 ? BUTTONS.noPhoto : BUTTONS.photosDone),
      ...(count > 0 ? [act(asked, step.id, "drop", BUTTONS.dropPhotos)] : []),
      ...exits(asked, step.id),
    ]),
  ];
}

export function placeQuestion(asked: Asked, step: StepOf<"place">): LineMessage[] {
  const { language } = asked;
  return [
    textMessage(joined(say(step.prompt, language), noticeOf(step, language)), [
      { type: "location", label: say(BUTTONS.map, language) },
      ...(step.required ? [] : [act(asked, step.id, "skip", BUTTONS.noPlace)]),
      ...exits(asked, step.id),
    ]),
  ];
}

export function timeQuestion(asked: Asked, step: StepOf<"when"> | StepOf<"date">): LineMessage[] {
  const { draft, language } = asked;
  const now = new Date(asked.now);
  const data = actData(draft.conversationId, step.id, "picker");
  const picker: QuickAction =
    step.kind === "when"
      ? {
          type: "datetimepicker",
          label: say(BUTTONS.pickTime, language),
          data,
          mode: "datetime",
          initial: pickerDateTime(now),
          max: pickerDateTime(now),
          min: pickerDateTime(new Date(asked.now - hours(24 * 365))),
        }
      : {
          type: "datetimepicker",
          label: say(BUTTONS.pickDate, language),
          data,
          mode: "date",
          initial: isoDate(now),
          max: isoDate(now),
          min: isoDate(new Date(asked.now - hours(24 * 365))),
        };
  const near =
    step.kind === "when"
      ? [act(asked, step.id, "now", BUTTONS.now)]
      : [act(asked, step.id, "today", BUTTONS.today), act(asked, step.id, "yesterday", BUTTONS.yesterday)];
  return [
    textMessage(joined(say(step.prompt, language), noticeOf(step, language)), [
      ...near,
      picker,
      ...(step.required ? [] : [act(asked, step.id, "skip", BUTTONS.unknown)]),
      ...exits(asked, step.id),
    ]),
  ];
}

export function wordsQuestion(asked: Asked, step: StepOf<"text">): LineMessage[] {
  const { language } = asked;
  return [
    textMessage(joined(say(step.prompt, language), noticeOf(step, language)), [
      ...(step.required ? [] : [act(asked, step.id, "skip", BUTTONS.noText)]),
      ...exits(asked, step.id),
    ]),
  ];
}
