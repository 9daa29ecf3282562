/** Dates as people in a Japanese office type them. Pure: today is given. */

const ERAS: Record<string, { first: number; key: string }> = {
  令和: { first: 2019, key: "R" },
  平成: { first: 1989, key: "H" },
  昭和: { first: 1926, key: "S" },
  大正: { first: 1912, key: "T" },
  明治: { first: 1868, key: "M" },
};
const ERA_BY_KEY = Object.fromEntries(Object.entries(ERAS).map(([name, era]) => [era.key, name]));

const ERA_DATE = /^(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})[年./-](\d{1,2})[月./-](\d{1,2})日?$/;
const FULL_DATE = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/;
const SHORT_DATE = /^(\d{1,2})[月./-](\d{1,2})日?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/** Full-width digits, blanks and a weekday in brackets are how such dates are copied from documents. */
const tidy = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\(.\)|\s+/g, "")
    .replace(/[ー―−–—]/g, "-")
    .replace(/^([rhstm])/, (letter) => letter.toUpperCase());

const two = (n: number) => String(n).padStart(2, "0");

function iso(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return same ? `${year}-${two(month)}-${two(day)}` : null;
}

/**
 * A typed date as `2026-11-22`; null when it is none. Reads 令和8年11月22日, R8.11.22, 2026/1/2, 20260102 and, in the
 * year of `today` (ISO), 1月2日 and 1/2.
 */
export function parseJapaneseDate(typed: string, today: string): string | null {
  const text = tidy(typed);
  const era = ERA_DATE.exec(text);
  if (era) {
    const name = era[1] && era[1] in ERAS ? era[1] : ERA_BY_KEY[era[1] ?? ""];
    const first = name ? ERAS[name]?.first : undefined;
    if (first === undefined) return null;
    return iso(first + (era[2] === "元" ? 1 : Number(era[2])) - 1, Number(era[3]), Number(era[4]));
  }
  const full = FULL_DATE.exec(text) ?? DIGITS.exec(text);
  if (full) return iso(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = SHORT_DATE.exec(text);
  return short ? iso(Number(today.slice(0, 4)), Number(short[1]), Number(short[2])) : null;
}

/** `2026-11-22` as 令和8年11月22日(日); years before 2019 in the Western count. */
export function japaneseDate(isoText: string): string {
  const [year = 0, month = 1, day = 1] = isoText.split("-").map(Number);
  const weekday = "日月火水木金土"[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  const reiwa = year - 2018;
  const shown = reiwa < 1 ? `${year}年` : `令和${reiwa === 1 ? "元" : reiwa}年`;
  return `${shown}${month}月${day}日(${weekday})`;
}
