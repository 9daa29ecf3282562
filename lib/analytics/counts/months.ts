import { addDays } from "../period";
import type { Period } from "../view";

const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;
/** The first day of the month after. */
export const nextMonth = (day: string): string => monthStart(addDays(monthStart(day), 31));

/**
 * A period as its whole months (from the first day of the first to the first day of the last; `null`: all there are) and
 * what is left at its ends, in order.
 */
export function wholeMonthsOf(period: Period | null): { months: Period | "none" | null; days: Period[] } {
  if (period === null) return { months: null, days: [] };
  const { from, to } = period;
  const first = from === monthStart(from) ? from : nextMonth(from);
  const end = monthStart(addDays(to, 1)); // the first day that is in no whole month
  if (first >= end) return { months: "none", days: [period] };
  return {
    months: { from: first, to: monthStart(addDays(end, -1)) },
    days: [
      { from, to: addDays(first, -1) },
      { from: end, to },
    ].filter((each) => each.from <= each.to),
  };
}
