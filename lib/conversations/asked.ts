import { type Language, say } from "@/lib/scenarios/language";
import type { LocalText } from "@/lib/scenarios/schema";
import type { QuickAction } from "./message";
import { BUTTONS } from "./messages";
import { actData, type Verb } from "./postback";
import type { Scene } from "./turn";

/** A question that is about to be asked. `now`: epoch ms of the event it answers. */
export type Asked = Omit<Scene, "event"> & { now: number };

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
export const exits = (asked: Asked, stepId: string): QuickAction[] => [
  act(asked, stepId, "back", BUTTONS.back),
  act(asked, stepId, "cancel", BUTTONS.cancel),
];

/** Paragraphs of one text. */
export const joined = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null).join("\n\n");
export const noticeOf = (step: { notice?: LocalText | undefined }, language: Language): string | null =>
  step.notice ? `※ ${say(step.notice, language)}` : null;
