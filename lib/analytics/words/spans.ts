import { addDays } from "../period";
import type { Period } from "../view";

/** A period as whole months, and the single days that are left at its ends: what words are counted by. */
export function spansOf({ from, to }: Period): { months: string[]; days: string[] } {
  const months: string[] = [];
  const days: string[] = [];
  for (let day = from; day <= to; ) {
    const next = `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
    const isWhole = day.endsWith("-01") && addDays(next, -1) <= to;
    (isWhole ? months : days).push(day);
    day = isWhole ? next : addDays(day, 1);
  }
  return { months, days };
}
