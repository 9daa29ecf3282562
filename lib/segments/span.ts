import { dayStart, parseIsoDate } from "@/lib/core/time";

/** `[from, before)` of a rule's days as instants; null: open on that side. */
export function friendSinceSpan(rule: { from: string | null; until: string | null }): {
  from: Date | null;
  before: Date | null;
} {
  const last = rule.until === null ? null : parseIsoDate(rule.until);
  return {
    from: rule.from === null ? null : parseIsoDate(rule.from),
    before: last && dayStart(last, 1),
  };
}

/** The first instant that still counts as reported within so many days. */
export const reportedFrom = (withinDays: number, now: Date): Date => dayStart(now, -withinDays);
