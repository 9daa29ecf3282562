/**
 * Instants are `Date`; civil dates and times are Asia/Tokyo and only made here. Japan has no daylight saving
 * (since 1952), so the offset is +09:00 on every date this product meets.
 */
const OFFSET_MS = 9 * 60 * 60 * 1000;

export type CivilDate = { year: number; month: number; day: number };
export type CivilTime = CivilDate & { hour: number; minute: number; second: number; weekday: number };

export function toTokyo(at: Date): CivilTime {
  const shifted = new Date(at.getTime() + OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
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
export function isoDate(at: Date): string {
  const t = toTokyo(at);
  return `${t.year}-${two(t.month)}-${two(t.day)}`;
}

/** `2026-11-22` as the first instant of that day in Tokyo; null when it is no date. */
export function parseIsoDate(text: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const at = fromTokyo({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
  return isoDate(at) === text ? at : null;
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
