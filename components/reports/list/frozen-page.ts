import type { ReportPage, ReportRow } from "@/lib/reports/view";

export type FrozenPage = {
  /** What is on the screen. */
  page: ReportPage;
  /** How many came that are not. */
  waiting: number;
  /** Rows on the screen that nobody has seen before this load. */
  fresh: string[];
};

/**
 * Rows of the newest page that came in between the rows on the screen. What only moved up from the following page, since
 * others left, stands behind them all.
 */
function cameBetween(shown: ReportPage, latest: ReportPage, known: ReadonlySet<string>): ReportRow[] {
  const lastKnown = latest.rows.findLastIndex((row) => known.has(row.id));
  const end = shown.next === null ? latest.rows.length : lastKnown + 1;
  return latest.rows.slice(0, end).filter((row) => !known.has(row.id));
}

/**
 * What to show when the server's page changed under somebody's hands. Calm (at the top, nothing in hand): all of it.
 * Else the rows stay in their places with their newest content and their own neighbours (the newest page ends elsewhere:
 * its next one would leave rows out), and what came in waits to be asked for.
 */
export function freeze(shown: ReportPage, latest: ReportPage, calm: boolean): FrozenPage {
  const known = new Set(shown.rows.map((row) => row.id));
  if (calm) {
    const arrived = latest.rows.filter((row) => !known.has(row.id));
    return { page: latest, waiting: 0, fresh: arrived.map((row) => row.id) };
  }
  const newest = new Map(latest.rows.map((row) => [row.id, row]));
  // On a later page nothing new is among its rows, and only the total tells.
  const waiting = Math.max(latest.total - shown.total, cameBetween(shown, latest, known).length);
  return {
    page: {
      ...shown,
      rows: shown.rows.map((row) => newest.get(row.id) ?? row),
      total: waiting > 0 ? shown.total : latest.total,
    },
    waiting,
    fresh: [],
  };
}
