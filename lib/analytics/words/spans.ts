import { nextMonth, wholeMonthsOf } from "../counts/months";
import { addDays } from "../period";
import type { Period } from "../view";

function walk({ from, to }: Period, next: (day: string) => string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = next(day)) days.push(day);
  return days;
}

/** A period as whole months, and the single days that are left at its ends: what words are counted by. */
export function spansOf(period: Period): { months: string[]; days: string[] } {
  const { months, days } = wholeMonthsOf(period);
  return {
    months: months === "none" || months === null ? [] : walk(months, nextMonth),
    days: days.flatMap((each) => walk(each, (day) => addDays(day, 1))),
  };
}
