/**
 * Instants are `Date`; civil dates and times are Asia/Tokyo and only made here. Japan has no daylight saving
 * (since 1952), so the offset is +09:00 on every date this product meets.
 */
const OFFSET_MS = 9 * 60 * 60 * 1000;

export type CivilDate = { year: number; month: number; day: number };
export type CivilTime = CivilDate & { hour: number; minute: number; second: number; weekday: number };

const DAY_MS = 86_400_000;

/**
 * Counted out, not asked of another `Date`: Next puts its own in place of the server's, many times as slow, and a page of
 * numbers asks for thousands of days.
 */
export function toTokyo(at: Date): CivilTime {
  const shifted = at.getTime() + OFFSET_MS;
  const days = Math.floor(shifted / DAY_MS);
  const second = Math.floor((shifted - days * DAY_MS) / 1_000);
  return {
    ...civilOf(days),
    hour: Math.floor(second / 3_600),
    minute: Math.floor(second / 60) % 60,
    second: second % 60,
    weekday: (((days + 4) % 7) + 7) % 7, // 1 January 1970 was a Thursday
  };
}

/** The proleptic Gregorian date of a day counted from 1 January 1970. Years begin in March: the leap day is the last. */
function civilOf(days: number): CivilDate {
  const since = days + 719_468; // from 1 March of the year 0
  const era = Math.floor(since / 146_097); // 400 years
  const day = since - era * 146_097;
  const year = Math.floor(
    (day - Math.floor(day / 1_460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const ofYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: year + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** How `civilOf` is undone. */
function daysUntil({ year, month, day }: CivilDate): number {
  const ofMarch = month > 2 ? year : year - 1;
  const fromMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(ofMarch / 4) - Math.floor(ofMarch / 100) + Math.floor(ofMarch / 400);
  return 365 * ofMarch + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - 719_468;
}

export function fromTokyo(civil: CivilDate & { hour?: number; minute?: number; second?: number }): Date {
  return new Date(
    Date.UTC(civil.year, civil.month - 1, civil.day, civil.hour ?? 0, civil.minute ?? 0, civil.second ?? 0) -
      OFFSET_MS,
  );
}

const two = (n: number) => String(n).padStart(2, "0");
const WEEKDAYS = "日月火水木金土";

/** 2026-11-22 */
export const isoDate = (at: Date): string => isoOf(toTokyo(at));
const isoOf = ({ year, month, day }: CivilDate): string => `${year}-${two(month)}-${two(day)}`;

/** `2026-11-22` as days since 1 January 1970, to reckon with; null when it is no date. */
export function dayNumber(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const n = daysUntil({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
  return isoOfDay(n) === text ? n : null;
}
/** The date of a `dayNumber`. */
export const isoOfDay = (n: number): string => isoOf(civilOf(n));

/** `2026-11-22` as the first instant of that day in Tokyo; null when it is no date. */
export function parseIsoDate(text: string): Date | null {
  const n = dayNumber(text);
  return n === null ? null : new Date(n * DAY_MS - OFFSET_MS);
}

/** LINE's datetimepicker answers `2026-11-22T23:40` without a zone: the resident's clock, taken as Tokyo. */
export function parsePickerDateTime(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2})$/.exec(text);
  const day = match?.[1] ? parseIsoDate(match[1]) : null;
  const hour = Number(match?.[2]);
  const minute = Number(match?.[3]);
  if (!day || hour > 23 || minute > 59) return null;
  return new Date(day.getTime() + (hour * 60 + minute) * 60_000);
}

/** 2026-11-22T23:40, the form a LINE datetimepicker takes for initial, max and min. */
export function pickerDateTime(at: Date): string {
  const t = toTokyo(at);
  return `${isoDate(at)}T${two(t.hour)}:${two(t.minute)}`;
}

/** 11月22日(日) */
export function shortDate(at: Date): string {
  const t = toTokyo(at);
  return `${t.month}月${t.day}日(${WEEKDAYS[t.weekday]})`;
}

/** 23:40 */
export function clock(at: Date): string {
  const t = toTokyo(at);
  return `${two(t.hour)}:${two(t.minute)}`;
}

/** 令和8年11月22日(日) */
export function longDate(at: Date): string {
  const t = toTokyo(at);
  const era = reiwaYear(t.year);
  const year = era === null ? `${t.year}年` : `令和${era === 1 ? "元" : era}年`;
  return `${year}${t.month}月${t.day}日(${WEEKDAYS[t.weekday]})`;
}

/** Year of 令和 (from 2019) of a calendar year; null before. */
export function reiwaYear(year: number): number | null {
  return year >= 2019 ? year - 2018 : null;
}

/** The Japanese fiscal year: from 1 April. */
export function fiscalYear(at: Date): number {
  const t = toTokyo(at);
  return t.month >= 4 ? t.year : t.year - 1;
}

export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;

/** The first instant of the Tokyo day `at` lies in, moved by whole days. */
export function dayStart(at: Date, offsetDays = 0): Date {
  const t = toTokyo(at);
  return new Date(fromTokyo({ year: t.year, month: t.month, day: t.day }).getTime() + days(offsetDays));
}
