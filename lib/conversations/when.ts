import { cleanText, cutGraphemes, cutUnits } from "@/lib/core/text";
import { clock, dayStart, days, isoDate, minutes, parseIsoDate, shortDate } from "@/lib/core/time";
import type { Language } from "@/lib/scenarios/language";
import type { WhenAnswer } from "./talk";
import { hasPart, minutesOf, takeAgo, takeClocks } from "./when-clock";
import { takeDashed, takeDays } from "./when-day";
import { plain, unified } from "./when-text";
import { COUNTED, LATE, MIDNIGHT, NIGHT_BEFORE, NOW, ROUGH, ROUGH_DAY, UNKNOWN, UNREAD } from "./when-words";

export type Read =
  | { ok: true; answer: Omit<WhenAnswer, "messageIds"> }
  | { ok: false; reason: "unreadable" | "future" };

/** A picker may run a little ahead of LINE's clock. */
const SLACK_MS = minutes(10);
const DAY_MS = days(1);

/**
 * What the words say. `at`: the minute, or the first instant of the day when `has` no minute. `isSure`: to be stored as
 * exact; a minute that is not is only a day and the words. `isRoughDay`: neither is the day.
 */
type Meaning =
  | { has: "minute" | "day" | "ago"; at: number; isSure: boolean; isRoughDay: boolean }
  | { has: "words" }
  | { has: "nothing" };

/** A clock on its day; without a day the last such time: 23:40 typed at eight in the morning was last night. */
function instantOf(words: string, start: number | undefined, clockMinutes: number, now: number): number {
  const instant = (start ?? dayStart(new Date(now)).getTime()) + minutes(clockMinutes);
  if (start === undefined) return instant > now + SLACK_MS ? instant - DAY_MS : instant;
  return NIGHT_BEFORE.test(words) && clockMinutes < 5 * 60 ? instant + DAY_MS : instant;
}

/** 昨日の夜1時 and 昨日の深夜0時 may begin that day or end it. */
const isEitherNight = (words: string, clockMinutes: number): boolean =>
  !NIGHT_BEFORE.test(words) &&
  ((clockMinutes < 5 * 60 && LATE.test(words)) || (clockMinutes < 60 && MIDNIGHT.test(words)));

function meaningOf(words: string, now: number): Meaning {
  const nowDate = new Date(now);
  const ago = takeAgo(words);
  const named = takeDays(ago.rest, nowDate);
  const clocks = takeClocks(named.rest);
  const dashed =
    clocks.found.length > 0 ? takeDashed(clocks.rest, nowDate) : { found: [], rest: clocks.rest };
  const found = [...named.found, ...dashed.found];
  const hasMinute = clocks.found.length > 0 || ago.found.length > 0;
  if (!hasMinute && found.length === 0) return { has: hasPart(words) ? "words" : "nothing" };

  const { rest } = dashed;
  if (UNREAD.test(rest) || (hasMinute && /\d/.test(rest.replace(COUNTED, "")))) return { has: "nothing" };
  const starts = [...new Set(found.map((day) => day.start?.getTime() ?? null))];
  const options = minutesOf(clocks.found, words);
  if (starts.includes(null) || options.includes(null)) return { has: "nothing" };
  // Two days, as in 昨日かおととい: the words say it best.
  if (starts.length > 1) return { has: "words" };

  const isRough =
    ROUGH.test(words) || /_ ?前/.test(rest) || [...ago.found, ...found].some((part) => part.isRough);
  const isRoughDay = found.some((day) => day.isRough) || (found.length > 0 && ROUGH_DAY.test(named.rest));
  const start = starts[0] ?? undefined;
  const first = options[0] ?? null;
  const [span] = ago.found;
  if (span) {
    const at = now - span.ms;
    if (start !== undefined && start !== dayStart(new Date(at)).getTime()) return { has: "words" };
    return {
      has: "ago",
      at,
      isSure: !isRough && ago.found.length === 1 && first === null,
      isRoughDay: false,
    };
  }
  if (first === null) return { has: "day", at: start ?? now, isSure: !isRough, isRoughDay };
  const isEither = start !== undefined && isEitherNight(words, first);
  return {
    has: "minute",
    at: instantOf(words, start, first, now),
    isSure: !isRough && !isEither && options.length === 1,
    isRoughDay,
  };
}

/** Only words in Japanese are added to in Japanese. */
const JAPANESE = /[ぁ-んァ-ヶ]|(?:日|週間|時間|分)前/;
const addTo = (text: string, near: string): string => (JAPANESE.test(text) ? `${text}、${near}ごろ` : text);

/** 約2時間前 as the clock then showed, to five minutes. */
const nearClock = (at: number): string => clock(new Date(Math.round(at / minutes(5)) * minutes(5)));

function answered(text: string, meaning: Meaning, now: number): Read {
  if (meaning.has === "nothing") return { ok: false, reason: "unreadable" };
  if (meaning.has === "words") return { ok: true, answer: { kind: "when", instant: null, date: null, text } };
  const { has, at, isSure, isRoughDay } = meaning;
  if (at > now + (has === "day" ? 0 : SLACK_MS)) return { ok: false, reason: "future" };
  const answer = { kind: "when" as const, instant: isSure && has !== "day" ? at : null };
  const day = new Date(at);
  // Whoever shows an answer takes its date for exact.
  if (isRoughDay) return { ok: true, answer: { ...answer, date: null, text: addTo(text, shortDate(day)) } };
  const said = has === "ago" && !isSure ? addTo(text, nearClock(at)) : text;
  return { ok: true, answer: { ...answer, date: isoDate(day), text: said } };
}

const meaningOfText = (text: string, now: number): Meaning => {
  const words = plain(text);
  if (UNKNOWN.test(words)) return { has: "words" };
  if (NOW.test(words)) return { has: "ago", at: now, isSure: true, isRoughDay: false };
  return meaningOf(unified(words), now);
};

/**
 * Reads typed words for a time that has passed: 「今日」「きのうの夜9時」「11/22 23:40」「30分前」「わからない」. `now` in epoch
 * ms. The words themselves are always kept; `instant` only when they name a minute: 「9時ごろ」 and 「2、3時間前」 are a day and
 * words. When a part that speaks of time was not understood, as in 「先月の9時」, it is asked again.
 */
export function readWhen(typed: string, now: number): Read {
  const text = cutGraphemes(cutUnits(cleanText(typed).replace(/\s+/g, " "), 300), 60);
  return answered(text, meaningOfText(text, now), now);
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
