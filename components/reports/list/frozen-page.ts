import type { ReportPage, ReportRow } from "@/lib/reports/view";

export type FrozenPage = {
  /** What is on the screen. */
  rows: ReportRow[];
  /** How many came that are not. */
  waiting: number;
  /** Rows on the screen that nobody has seen before this load. */
  fresh: string[];
};

/**
 * What to show when the server's page changed under somebody's hands. Calm (at the top, nothing in hand): all of it.
 * Else the rows stay in their places with their newest content, and what came in waits to be asked for.
 */
export function freeze(shown: ReportPage, latest: ReportPage, calm: boolean): FrozenPage {
  const known = new Set(shown.rows.map((row) => row.id));
  const arrived = latest.rows.filter((row) => !known.has(row.id));
  if (calm) return { rows: latest.rows, waiting: 0, fresh: arrived.map((row) => row.id) };
  const newest = new Map(latest.rows.map((row) => [row.id, row]));
  return {
    rows: shown.rows.map((row) => newest.get(row.id) ?? row),
    waiting: Math.max(latest.total - shown.total, 0),
    fresh: [],
  };
}
