import type { LineMessage } from "@/lib/conversations/message";
import { type Language, say } from "@/lib/scenarios/language";
import { WORDS } from "../../resident/messages";
import { bubble, card, MUTED, textPart } from "../../resident/parts";
import { PAUSED } from "./messages";

/** In place of the reminders of an area that is gone. The chosen time stays: with an area they come again. */
export function goneMessage(language: Language): LineMessage {
  const text = say(WORDS.goneArea, language);
  const contents = [
    textPart(say(WORDS.reminderTitle, language), { size: "sm", color: MUTED }),
    textPart(text, { bold: true }),
    textPart(say(PAUSED, language), { size: "sm" }),
  ];
  return card(text, [
    bubble(contents, [
      {
        label: say(WORDS.chooseArea, language),
        operation: { kind: "areas", group: null, page: 0, before: null },
        primary: true,
      },
      { label: say(WORDS.silence, language), operation: { kind: "silence" } },
    ]),
  ]);
}
