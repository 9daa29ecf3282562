import type { ReminderDay } from "@/db/enums";
import { words } from "@/lib/conversations/messages";
import type { Language } from "@/lib/scenarios/language";
import { say } from "@/lib/scenarios/language";
import type { CalendarArea, GarbageCalendar } from "../calendar";
import type { GarbageCategory } from "../categories";
import { addDays, kindsOn, weekdayOf } from "../days";
import { WEEKDAYS, WORDS } from "./messages";

/** What residents are answered from: the live versions of both books. */
export type Books = { categories: GarbageCategory[]; calendar: GarbageCalendar };

/** What a resident has chosen. `area` null: nothing, or (`isGone`) an area that the calendar no longer has. */
export type Choice = {
  area: CalendarArea | null;
  isGone: boolean;
  /** `20:00`; null: no reminder. */
  remindAt: string | null;
  remindOn: ReminderDay;
  /** They asked for no notices at all. */
  isStopped: boolean;
};
export const NO_CHOICE: Choice = {
  area: null,
  isGone: false,
  remindAt: null,
  remindOn: "eve",
  isStopped: false,
};

/** `today` is the Tokyo day of the event that is answered, `time` its clock (`08:31`); left out: the day has just begun. */
export type Scene = { books: Books; choice: Choice; language: Language; today: string; time?: string };

/** Is it too late to put anything out today? Within the minute itself it is not. */
export const isTooLate = ({ books, time = "00:00" }: Pick<Scene, "books" | "time">): boolean =>
  books.calendar.putOutBy !== null && time > books.calendar.putOutBy;

/** The first day for which something can still be put out. */
export const firstDay = (scene: Pick<Scene, "books" | "time" | "today">): string =>
  isTooLate(scene) ? addDays(scene.today, 1) : scene.today;

/** 「きょうの収集は、8:30まででした。」 for kinds that are collected today, once it is too late; null: nothing was missed. */
export function missedWords(
  scene: Pick<Scene, "books" | "time" | "today" | "language">,
  area: CalendarArea,
  kinds: readonly string[],
): string | null {
  const { calendar } = scene.books;
  if (calendar.putOutBy === null || !isTooLate(scene)) return null;
  const today = kindsOn(calendar, area, scene.today);
  return kinds.some((kind) => today.includes(kind))
    ? words(WORDS.missed, scene.language, { time: clockWords(calendar.putOutBy) })
    : null;
}

/** 11月29日(日) */
export function dateWords(day: string, language: Language): string {
  const name = WEEKDAYS[weekdayOf(day)];
  return words(WORDS.date, language, {
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8)),
    weekday: name ? say(name, language) : "",
  });
}

/** きょう, あした, あさって, else 5日後. */
export function distanceWords(today: string, day: string, language: Language): string {
  const n = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const near = [WORDS.today, WORDS.tomorrow, WORDS.dayAfter][n];
  return near ? say(near, language) : words(WORDS.inDays, language, { n });
}

/** 8:30 of `08:30`. */
export const clockWords = (time: string): string => time.replace(/^0/, "");

export const joinWords = (parts: readonly string[], language: Language): string =>
  parts.join(language === "ja" || language === "easy" || language === "zh" ? "、" : ", ");

/** What a kind of the calendar is called and drawn with. A kind has the colour of the first category it takes. */
export function kindLook(books: Books, key: string, language: Language): { label: string; color: string } {
  const kind = books.calendar.kinds.find((one) => one.key === key);
  const category =
    books.categories.find((one) => one.key === key) ??
    books.categories.find((one) => one.collectedAs.includes(key));
  return { label: kind ? say(kind.label, language) : key, color: category?.color ?? "#5c5c66" };
}

export const kindsWords = (scene: Pick<Scene, "books" | "language">, kinds: readonly string[]): string =>
  joinWords(
    kinds.map((kind) => kindLook(scene.books, kind, scene.language).label),
    scene.language,
  );
