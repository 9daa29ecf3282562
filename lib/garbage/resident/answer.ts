import { type LineMessage, textMessage } from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import { cutGraphemes } from "@/lib/core/text";
import { say } from "@/lib/scenarios/language";
import { areasCard, severalAreasCard } from "./area-card";
import { areasNamed, findArea } from "./areas";
import { daysCard } from "./days-card";
import { WORDS } from "./messages";
import type { Asked, Operation } from "./operation";
import { reminderCard, whenWords } from "./reminder-card";
import type { Scene } from "./scene";

/** What an operation changes of a resident's choice; null: nothing. */
export type Change =
  | { kind: "area"; areaKey: string }
  | { kind: "remind"; on: "eve" | "morning"; at: string }
  | { kind: "silence" }
  | null;

/** Decided by the event and the calendar of the moment. A name that means several areas changes nothing. */
export function changeOf(operation: Operation, scene: Scene): Change {
  const { calendar } = scene.books;
  switch (operation.kind) {
    case "area":
      return findArea(calendar, operation.key) ? { kind: "area", areaKey: operation.key } : null;
    case "named-area": {
      const [only, second] = areasNamed(calendar, operation.name);
      return only && !second ? { kind: "area", areaKey: only.key } : null;
    }
    case "remind":
      return scene.choice.area ? { kind: "remind", on: operation.on, at: operation.at } : null;
    case "silence":
      return { kind: "silence" };
    default:
      return null;
  }
}

const TOMORROW: Asked = { kind: "day", ahead: 1 };

function days(scene: Scene, asked: Asked): LineMessage[] {
  const { choice, language } = scene;
  if (choice.area === null) return askArea(scene, asked);
  const found = daysCard(scene, choice.area, asked);
  if (found.unknown === null) return [found.card];
  return [textMessage(words(WORDS.unknownWords, language, { words: found.unknown })), found.card];
}

function askArea(scene: Scene, before: Asked | null): LineMessage[] {
  const intro = scene.choice.isGone ? WORDS.goneArea : WORDS.askArea;
  return [textMessage(say(intro, scene.language)), areasCard(scene, null, 0, before)];
}

function named(scene: Scene, name: string): LineMessage[] {
  const found = areasNamed(scene.books.calendar, name);
  const short = cutGraphemes(name, 40);
  const [only, second] = found;
  if (only && !second) return chosen(scene, TOMORROW);
  if (found.length > 0) return [severalAreasCard(scene, short, found)];
  return [
    textMessage(words(WORDS.noSuchArea, scene.language, { name: short })),
    areasCard(scene, null, 0, null),
  ];
}

/** How things stand once an area was chosen, and what had been asked before. */
function chosen(scene: Scene, asked: Asked): LineMessage[] {
  const { choice, language } = scene;
  if (choice.area === null) return askArea(scene, asked);
  return [textMessage(words(WORDS.areaSet, language, { area: choice.area.name })), ...days(scene, asked)];
}

/** `scene` is how things stand after the change. `isLate`: the resident chose otherwise later, and that holds. */
export function answerTo(operation: Operation, scene: Scene, isLate: boolean): LineMessage[] {
  const { books, choice, language } = scene;
  if (books.calendar.areas.length === 0) return [textMessage(say(WORDS.noCalendar, language))];
  const kept = isLate ? [textMessage(say(WORDS.olderTap, language))] : [];
  switch (operation.kind) {
    case "days":
      return days(scene, operation.asked);
    case "areas":
      return [areasCard(scene, operation.group, operation.page, operation.before)];
    case "area":
      if (!findArea(books.calendar, operation.key))
        return [textMessage(say(WORDS.goneArea, language)), areasCard(scene, null, 0, operation.before)];
      return [...kept, ...chosen(scene, operation.before ?? TOMORROW)];
    case "named-area":
      return [...kept, ...named(scene, operation.name)];
    case "reminder":
      return choice.area === null ? askFirst(scene) : [reminderCard(scene)];
    case "remind": {
      if (choice.area === null) return askFirst(scene);
      if (isLate || choice.remindAt === null) return [...kept, reminderCard(scene)];
      const when = whenWords(choice.remindOn, choice.remindAt, language);
      return [textMessage(words(WORDS.reminderSet, language, { when })), reminderCard(scene)];
    }
    case "silence":
      return isLate && choice.remindAt !== null
        ? [...kept, reminderCard(scene)]
        : [textMessage(say(WORDS.reminderOff, language))];
  }
}

const askFirst = (scene: Scene): LineMessage[] => [
  textMessage(say(WORDS.areaNeeded, scene.language)),
  areasCard(scene, null, 0, null),
];

/** The words under which a use is counted; null: a step on the way, or a setting. */
export function countedAs(operation: Operation): string | null {
  if (operation.kind !== "days") return null;
  const { asked } = operation;
  if (asked.kind === "day") return ["今日のごみ", "明日のごみ", "明後日のごみ"][asked.ahead] ?? null;
  return asked.kind === "words" ? `${asked.words}の日` : asked.kind === "category" ? null : "ごみの日";
}
