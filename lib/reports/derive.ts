import { cellOf, type Point } from "@/lib/core/geo";
import { searchKey } from "@/lib/core/text";
import { dayStart } from "@/lib/core/time";
import { DUE_DAYS } from "./status";

/** Columns of a report that follow from others. Whoever writes a report, seed included, makes them here. */

/** Point columns; all null when there is no point. */
export function pointColumns(point: Point | null): {
  lat: number | null;
  lng: number | null;
  cellX: number | null;
  cellY: number | null;
} {
  if (!point) return { lat: null, lng: null, cellX: null, cellY: null };
  const cell = cellOf(point);
  return { lat: point.lat, lng: point.lng, cellX: cell.x, cellY: cell.y };
}

/** What the text filter searches. `labels`: the category's names, top and sub. */
export function searchTextOf(report: {
  number: string;
  labels: readonly (string | null)[];
  address: string | null;
  body: string;
  answers: readonly { display: string }[];
}): string {
  const parts = [
    report.number,
    ...report.labels,
    report.address,
    report.body,
    ...report.answers.map((a) => a.display),
  ];
  return searchKey(parts.filter(Boolean).join(" ")).slice(0, 4000);
}

/** The last millisecond of the last day a case is in time, in Tokyo: its civil date is the one to show. */
export const dueAt = (receivedAt: Date, priority: "normal" | "high"): Date =>
  new Date(dayStart(receivedAt, DUE_DAYS[priority] + 1).getTime() - 1);
