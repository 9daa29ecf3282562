import { fiscalYear, reiwaYear } from "@/lib/core/time";

/** The fiscal year (April, Tokyo) whose counter numbers a report received at this instant. */
export const numberYear = (receivedAt: Date): number => fiscalYear(receivedAt);

/** R8-000123; a fiscal year before 令和 stands as it is (2018-000123). More than 999,999 a year simply grow longer. */
export function formatReportNumber(year: number, running: number): string {
  const reiwa = reiwaYear(year);
  return `${reiwa === null ? year : `R${reiwa}`}-${String(running).padStart(6, "0")}`;
}

const FORM = /^(?:r\s?(\d{1,2})|令和(\d{1,2}|元)|(\d{4}))[-_ ](\d{1,9})$/;
const DASHES = /[\u2010-\u2015\u2212\u30fc\uff0d\uff70]/g;

/**
 * What a person typed as a report number, in its one written form; null when it is none. Full-width letters, any
 * dash, missing zeros and 令和8-123 are understood.
 */
export function parseReportNumber(text: string): string | null {
  const plain = text.replace(DASHES, "-").normalize("NFKC").replace(DASHES, "-").trim().toLowerCase();
  const match = FORM.exec(plain);
  if (!match) return null;
  const [, letter, era, western, running] = match;
  const reiwa = letter ?? (era === "元" ? "1" : era);
  const number = Number(running);
  if (!Number.isSafeInteger(number) || number === 0) return null;
  return formatReportNumber(reiwa === undefined ? Number(western) : Number(reiwa) + 2018, number);
}
