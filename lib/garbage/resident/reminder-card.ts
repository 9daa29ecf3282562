import type { ReminderDay } from "@/db/enums";
import { type FlexMessage, LIMITS, type QuickAction, withQuick } from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import { cutGraphemes } from "@/lib/core/text";
import { type Language, say } from "@/lib/scenarios/language";
import { WORDS } from "./messages";
import { clockData, REMINDER_TIMES } from "./operation";
import { bubble, card, MUTED, RED, rowPart, textPart } from "./parts";
import { type Choice, clockWords, type Scene } from "./scene";

export const whenWords = (on: ReminderDay, at: string, language: Language): string =>
  words(on === "eve" ? WORDS.eve : WORDS.morning, language, { time: clockWords(at) });

/** Other times than the usual ones come from LINE's clock. */
function clock(on: ReminderDay, { language }: Scene): QuickAction {
  const { min, max, usual } = REMINDER_TIMES[on];
  const label = cutGraphemes(say(on === "eve" ? WORDS.otherEve : WORDS.otherMorning, language), LIMITS.label);
  return {
    type: "datetimepicker",
    label,
    data: clockData(on),
    mode: "time",
    initial: usual[0] ?? min,
    min,
    max,
  };
}

const isChosen = (choice: Choice, on: ReminderDay, at: string): boolean =>
  choice.remindAt === at && choice.remindOn === on;

/** When to be reminded; what holds now is marked. */
export function reminderCard(scene: Scene): FlexMessage {
  const { choice, language } = scene;
  const title = say(WORDS.reminderTitle, language);
  const rows = (["eve", "morning"] as const).flatMap((on) =>
    REMINDER_TIMES[on].usual.map((at) =>
      rowPart({ kind: "remind", on, at }, whenWords(on, at, language), isChosen(choice, on, at)),
    ),
  );
  const now =
    choice.remindAt === null
      ? []
      : [
          textPart(
            words(WORDS.reminderOn, language, {
              when: whenWords(choice.remindOn, choice.remindAt, language),
            }),
            { bold: true },
          ),
        ];
  const contents = [
    textPart(title, { bold: true, size: "lg" }),
    textPart(say(WORDS.reminderIntro, language), { size: "sm", color: MUTED }),
    ...(choice.isStopped ? [textPart(say(WORDS.allStopped, language), { bold: true, color: RED })] : []),
    ...now,
    ...rows,
  ];
  const off =
    choice.remindAt === null
      ? []
      : [{ label: say(WORDS.silence, language), operation: { kind: "silence" as const } }];
  return withQuick(card(title, [bubble(contents, off)]), [clock("eve", scene), clock("morning", scene)]);
}
