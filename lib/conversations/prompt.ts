import { cutUnits } from "@/lib/core/text";
import { hours, isoDate, pickerDateTime } from "@/lib/core/time";
import { type Language, say } from "@/lib/scenarios/language";
import type { LocalText, ScenarioStep, StepOf } from "@/lib/scenarios/schema";
import { type Item, itemButtons, itemList } from "./choice";
import {
  type ButtonsMessage,
  LIMITS,
  type LineMessage,
  type QuickAction,
  textMessage,
  withQuick,
} from "./message";
import { BUTTONS, SENTENCES, words } from "./messages";
import { photosOf } from "./photo";
import { actData, startData, type Verb } from "./postback";
import { summaryRows, summaryText } from "./summary";
import type { Bot } from "./talk";
import type { Scene } from "./turn";

type Asked = Omit<Scene, "event"> & { now: number };

/** A postback button of the open conversation. */
export function act(
  asked: Pick<Asked, "draft" | "language">,
  stepId: string,
  verb: Verb,
  label: LocalText,
): QuickAction {
  const text = say(label, asked.language);
  return {
    type: "postback",
    label: text,
    data: actData(asked.draft.conversationId, stepId, verb),
    displayText: text,
  };
}

/** 戻る and やめる stand at the end of every question. */
const exits = (asked: Asked, stepId: string): QuickAction[] => [
  act(asked, stepId, "back", BUTTONS.back),
  act(asked, stepId, "cancel", BUTTONS.cancel),
];

const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join("\n\n");
const noticeOf = (step: { notice?: LocalText | undefined }, language: Language): string | null =>
  step.notice ? `※ ${say(step.notice, language)}` : null;

/** With two answers the buttons say it all. */
const LIST_FROM = 3;

function choiceQuestion(asked: Asked, step: StepOf<"choice"> | StepOf<"band">): LineMessage[] {
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

function photoQuestion(asked: Asked, step: StepOf<"photo">): LineMessage[] {
  const { draft, language } = asked;
  const count = photosOf(draft, step.id).length;
  const next = step.asks[count];
  const text = joined(
    count === 0 ? say(step.prompt, language) : null,
    next ? say(next.prompt, language) : words(SENTENCES.morePhotos, language, { max: step.max }),
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

function placeQuestion(asked: Asked, step: StepOf<"place">): LineMessage[] {
  const { language } = asked;
  return [
    textMessage(joined(say(step.prompt, language), noticeOf(step, language)), [
      { type: "location", label: say(BUTTONS.map, language) },
      ...(step.required ? [] : [act(asked, step.id, "skip", BUTTONS.noPlace)]),
      ...exits(asked, step.id),
    ]),
  ];
}

function timeQuestion(asked: Asked, step: StepOf<"when"> | StepOf<"date">): LineMessage[] {
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

function wordsQuestion(asked: Asked, step: StepOf<"text">): LineMessage[] {
  const { language } = asked;
  return [
    textMessage(joined(say(step.prompt, language), noticeOf(step, language)), [
      ...(step.required ? [] : [act(asked, step.id, "skip", BUTTONS.noText)]),
      ...exits(asked, step.id),
    ]),
  ];
}

/** The summary as text, then buttons that stay in the talk. */
function confirmQuestion(asked: Asked, step: StepOf<"confirm">): LineMessage[] {
  const { definition, draft, language } = asked;
  const rows = summaryRows(definition, draft, language);
  const text = cutUnits(joined(words(SENTENCES.summary, language), summaryText(rows)), LIMITS.text);
  const button = (verb: Verb, label: LocalText) => ({
    type: "postback" as const,
    label: say(label, language),
    data: actData(draft.conversationId, step.id, verb),
    displayText: say(label, language),
  });
  const buttons: ButtonsMessage = {
    type: "template",
    altText: say(step.prompt, language),
    template: {
      type: "buttons",
      text: say(step.prompt, language),
      actions: [button("send", BUTTONS.send), button("fix", BUTTONS.fix), button("cancel", BUTTONS.cancel)],
    },
  };
  return [
    textMessage(text),
    withQuick(buttons, [
      act(asked, step.id, "send", BUTTONS.send),
      act(asked, step.id, "fix", BUTTONS.fix),
      ...exits(asked, step.id),
    ]),
  ];
}

/** The answers that can be corrected. */
export const fixItems = (scene: Pick<Scene, "definition" | "draft">): Item[] =>
  summaryRows(scene.definition, scene.draft, "ja").map(({ step }) => ({ key: step.id, label: step.label }));

function engineQuestion(asked: Asked): LineMessage[] | null {
  const { draft, language, definition, current } = asked;
  switch (draft.asking) {
    case "cancel":
      return [
        textMessage(words(SENTENCES.askCancel, language), [
          act(asked, current.id, "quit", BUTTONS.quit),
          act(asked, current.id, "stay", BUTTONS.stay),
        ]),
      ];
    case "resume": {
      const again = say(BUTTONS.restart, language);
      return [
        textMessage(words(SENTENCES.askResume, language, { title: say(definition.title, language) }), [
          act(asked, current.id, "resume", BUTTONS.resume),
          {
            type: "postback",
            label: again,
            data: startData({ scenarioKey: draft.scenarioKey, shortcut: null }, draft.conversationId),
            displayText: again,
          },
          act(asked, current.id, "quit", BUTTONS.cancel),
        ]),
      ];
    }
    case "fix": {
      const items = fixItems(asked);
      return [
        textMessage(joined(words(SENTENCES.askFix, language), itemList(items, language)), [
          ...itemButtons(draft, current.id, items, "edit", language),
          ...exits(asked, current.id),
        ]),
      ];
    }
    default:
      return null;
  }
}

/** The question that is open, as messages; the last one carries the buttons. */
export function question(asked: Asked): LineMessage[] {
  const own = engineQuestion(asked);
  if (own) return own;
  const step: ScenarioStep = asked.current;
  switch (step.kind) {
    case "choice":
    case "band":
      return choiceQuestion(asked, step);
    case "photo":
      return photoQuestion(asked, step);
    case "place":
      return placeQuestion(asked, step);
    case "when":
    case "date":
      return timeQuestion(asked, step);
    case "text":
      return wordsQuestion(asked, step);
    case "confirm":
      return confirmQuestion(asked, step);
    case "stop":
      return [];
  }
}

/** The city's phones that a stop names: their numbers as text and as buttons to call. */
export function stopMessages(bot: Bot, step: StepOf<"stop">, language: Language): LineMessage[] {
  const phones = step.phones
    .map((key) => bot.city.phones.find((phone) => phone.key === key))
    .filter((phone) => phone !== undefined);
  const lines = phones.map((p) => `${say(p.label, language)}\n☎ ${p.number}（${say(p.hours, language)}）`);
  const text = textMessage(joined(say(step.text, language), ...lines));
  if (phones.length === 0) return [text];
  const title = phones.length === 1 ? say(BUTTONS.call, language) : null;
  return [
    text,
    {
      type: "template",
      altText: phones.map((p) => `${say(p.label, language)} ${p.number}`).join(" / "),
      template: {
        type: "buttons",
        text: phones.map((p) => `${say(p.label, language)} ${p.number}`).join("\n"),
        actions: phones.map((p) => ({
          type: "uri" as const,
          label: title ?? say(p.label, language),
          uri: `tel:${encodeURIComponent(p.number.replaceAll("-", ""))}`,
        })),
      },
    },
  ];
}
