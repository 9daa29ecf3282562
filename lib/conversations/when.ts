import { cleanText, cutGraphemes, cutUnits } from "@/lib/core/text";
import {
  type CivilDate,
  clock,
  fromTokyo,
  hours,
  isoDate,
  minutes,
  parseIsoDate,
  shortDate,
  toTokyo,
} from "@/lib/core/time";
import type { Language } from "@/lib/scenarios/language";
import type { WhenAnswer } from "./talk";
import { DAYS, NOW, PARTS, plain, UNKNOWN } from "./when-words";

export type Read =
  | { ok: true; answer: Omit<WhenAnswer, "messageIds"> }
  | { ok: false; reason: "unreadable" | "future" };

/** A picker may run a little ahead of LINE's clock. */
const SLACK_MS = minutes(10);
const DAY_MS = hours(24);

const valid = (civil: CivilDate): Date | null => {
  const day = fromTokyo(civil);
  const back = toTokyo(day);
  return back.month === civil.month && back.day === civil.day ? day : null;
};

/** The day that the words name, as its first instant in Tokyo. */
function readDay(words: string, now: Date): Date | null | undefined {
  const today = toTokyo(now);
  const full = /(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})/.exec(words);
  if (full) return valid({ year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) });
  const era = /(?:令和|r)(\d{1,2}|元)[年/.-](\d{1,2})[月/.-](\d{1,2})/.exec(words);
  if (era) {
    const year = era[1] === "元" ? 2019 : 2018 + Number(era[1]);
    return valid({ year, month: Number(era[2]), day: Number(era[3]) });
  }
  const monthDay = /(\d{1,2})[月/](\d{1,2})/.exec(words);
  if (monthDay) {
    const at = { month: Number(monthDay[1]), day: Number(monthDay[2]) };
    const day = valid({ year: today.year, ...at });
    // 12/30 typed in January means the year that has passed.
    return day && day > now ? valid({ year: today.year - 1, ...at }) : day;
  }
  const before = /(\d{1,3})日前/.exec(words);
  const named = DAYS.find(([pattern]) => pattern.test(words));
  const back = before ? Number(before[1]) : named?.[1];
  if (back !== undefined)
    return fromTokyo({ ...today, day: today.day - back, hour: 0, minute: 0, second: 0 });
  const weekday = /([日月火水木金土])曜/.exec(words);
  if (!weekday) return undefined;
  const ago = (today.weekday - "日月火水木金土".indexOf(weekday[1] ?? "") + 7) % 7;
  const week = /先週|前の/.test(words) && ago < today.weekday ? 7 : 0;
  return fromTokyo({ ...today, day: today.day - ago - week, hour: 0, minute: 0, second: 0 });
}

/** Minutes after midnight that the words name; null when they name an impossible time. */
function readMinutes(words: string): number | null | undefined {
  if (/正午/.test(words)) return 12 * 60;
  const match =
    /(\d{1,2}):(\d{2})/.exec(words) ??
    /(\d{1,2})時(?:(\d{1,2})分|(半))?/.exec(words) ??
    /\b(\d{1,2})\s?(?:am|pm)\b/.exec(words);
  if (!match) return undefined;
  const turn = PARTS.find(([pattern]) => pattern.test(words))?.[1] ?? ((h: number) => h);
  const hour = turn(Number(match[1]));
  const minute = match[3] ? 30 : Number(match[2] ?? 0);
  return hour > 24 || minute > 59 ? null : hour * 60 + minute;
}

const hasPart = (words: string): boolean => PARTS.some(([pattern]) => pattern.test(words));

/**
 * Reads typed words for a time that has passed: 「今日」「きのうの夜9時」「11/22 23:40」「30分前」「わからない」. `now` in epoch
 * ms. The words themselves are always kept; `instant` only when they name a minute.
 */
export function readWhen(typed: string, now: number): Read {
  const text = cutGraphemes(cutUnits(cleanText(typed).replace(/\s+/g, " "), 300), 60);
  const words = plain(text);
  const nowDate = new Date(now);
  const at = (instant: number): Read =>
    instant > now + SLACK_MS
      ? { ok: false, reason: "future" }
      : { ok: true, answer: { kind: "when", instant, date: isoDate(new Date(instant)), text } };
  if (UNKNOWN.test(words)) return { ok: true, answer: { kind: "when", instant: null, date: null, text } };
  if (NOW.test(words)) return at(now);
  const ago = /^(?:約|およそ)?(\d{1,3})(分|時間)(?:くらい|ぐらい|ほど)?前/.exec(words);
  if (ago) return at(now - Number(ago[1]) * (ago[2] === "分" ? minutes(1) : hours(1)));
  const day = readDay(words, nowDate);
  const clockMinutes = readMinutes(words);
  if (day === null || clockMinutes === null) return { ok: false, reason: "unreadable" };
  if (clockMinutes !== undefined) {
    const today = parseIsoDate(isoDate(nowDate))?.getTime() ?? now;
    const instant = (day?.getTime() ?? today) + minutes(clockMinutes);
    // 23:40 typed at eight in the morning was last night.
    return at(day === undefined && instant > now + SLACK_MS ? instant - DAY_MS : instant);
  }
  if (day) {
    if (day.getTime() > now) return { ok: false, reason: "future" };
    return { ok: true, answer: { kind: "when", instant: null, date: isoDate(day), text } };
  }
  return hasPart(words)
    ? { ok: true, answer: { kind: "when", instant: null, date: null, text } }
    : { ok: false, reason: "unreadable" };
}

/** The same for a day alone: the time of day in the words is left out. */
export function readDate(typed: string, now: number): Read {
  const read = readWhen(typed, now);
  return read.ok ? { ok: true, answer: { ...read.answer, instant: null } } : read;
}

/** What a datetimepicker answered. */
export function readPicked(instant: Date | null, now: number, exact: boolean): Read {
  if (!instant) return { ok: false, reason: "unreadable" };
  if (instant.getTime() > now + SLACK_MS) return { ok: false, reason: "future" };
  const answer = {
    kind: "when" as const,
    instant: exact ? instant.getTime() : null,
    date: isoDate(instant),
    text: "",
  };
  return { ok: true, answer };
}

/** A day as that language writes it; only Japanese has our own form, the rest read ISO 8601. */
const showDay = (at: Date, language: Language): string =>
  language === "ja" || language === "easy" ? shortDate(at) : isoDate(at);

/** 11月22日(日) 23:40, 11月21日(土)（きのう）, わからない: what staff and the summary show. */
export function showWhen(
  answer: Pick<WhenAnswer, "instant" | "date" | "text">,
  language: Language = "ja",
): string {
  if (answer.instant !== null) {
    const at = new Date(answer.instant);
    return `${showDay(at, language)} ${clock(at)}`;
  }
  const day = answer.date ? parseIsoDate(answer.date) : null;
  if (!day) return answer.text;
  // Words that only say the date again add nothing.
  const adds = answer.text !== "" && !/^[\d/月日年.\-令和r]+$/.test(plain(answer.text));
  return adds ? `${showDay(day, language)}（${answer.text}）` : showDay(day, language);
}
