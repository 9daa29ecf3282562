import { dayStart, days } from "@/lib/core/time";
import { isOpen } from "@/lib/reports/status";
import type { ReportRow } from "@/lib/reports/view";
import { listLabels } from "./labels";

/** あと2日, 今日まで, 3日超過; null where no due date counts any more. Whole Tokyo days. */
export function dueWords(row: Pick<ReportRow, "dueAt" | "overdue" | "status">, now: Date): string | null {
  if (!row.dueAt || !isOpen(row.status)) return null;
  const left = Math.round((dayStart(row.dueAt).getTime() - dayStart(now).getTime()) / days(1));
  return row.overdue ? listLabels.late(Math.max(1, -left)) : listLabels.dueIn(Math.max(0, left));
}
