import type { LineMessage } from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import { say } from "@/lib/scenarios/language";
import type { CalendarArea } from "../calendar";
import { WORDS } from "../resident/messages";
import { BLUE, type Button, bubble, card, MUTED, tagPart, textPart } from "../resident/parts";
import { clockWords, dateWords, distanceWords, kindLook, kindsWords, type Scene } from "../resident/scene";

/** Most by colour: those beyond are named in the first line. */
const MOST_TAGS = 8;

/** What comes at the chosen time. It names the day itself: it is true whenever it is read. */
export function reminderMessage(
  scene: Scene,
  area: CalendarArea,
  day: string,
  kinds: readonly string[],
): LineMessage {
  const { books, language, today } = scene;
  const text = words(WORDS.reminderText, language, {
    when: distanceWords(today, day, language),
    date: dateWords(day, language),
    kinds: kindsWords(scene, kinds.slice(0, 20)),
  });
  const time = books.calendar.putOutBy;
  const notes = [...new Set(kinds.flatMap((kind) => area.rules[kind]?.note ?? []))].slice(0, 5);
  const buttons: Button[] = [
    { label: say(WORDS.week, language), operation: { kind: "days", asked: { kind: "week", next: false } } },
    { label: say(WORDS.silence, language), operation: { kind: "silence" } },
  ];
  const contents = [
    textPart(say(WORDS.reminderTitle, language), { size: "sm", color: MUTED }),
    textPart(`${distanceWords(today, day, language)} ${dateWords(day, language)}`, {
      size: "lg",
      bold: true,
      color: BLUE,
    }),
    ...kinds.slice(0, MOST_TAGS).map((kind) => {
      const look = kindLook(books, kind, language);
      return tagPart(look.label, look.color);
    }),
    ...(time === null
      ? []
      : [textPart(words(WORDS.putOutBy, language, { time: clockWords(time) }), { size: "sm" })]),
    ...notes.map((note) => textPart(note, { size: "sm", color: MUTED })),
    textPart(words(WORDS.area, language, { area: area.name }), { size: "sm", color: MUTED }),
  ];
  return card(text, [bubble(contents, buttons)]);
}
