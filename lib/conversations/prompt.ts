import { cutUnits } from "@/lib/core/text";
import { say } from "@/lib/scenarios/language";
import type { LocalText, ScenarioStep, StepOf } from "@/lib/scenarios/schema";
import { type Asked, act, exits, joined } from "./asked";
import { type Item, itemButtons, itemList } from "./choice";
import { type ButtonsMessage, LIMITS, type LineMessage, textMessage, withQuick } from "./message";
import { BUTTONS, SENTENCES, words } from "./messages";
import { actData, startData, type Verb } from "./postback";
import { choiceQuestion, photoQuestion, placeQuestion, timeQuestion, wordsQuestion } from "./questions";
import { summaryRows, summaryText } from "./summary";
import type { Scene } from "./turn";

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
      actions: [button("send", BUTTONS.send), button("fix", BUTTONS.fix)],
    },
  };
  return [textMessage(text), withQuick(buttons, exits(asked, step.id))];
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
