import type { OutboxKind, OutboxState, Role } from "@/db/enums";
import type { ReportRow, ReportSummary } from "@/lib/reports/view";

/** What the frame of every console page shows. */
export type Shell = {
  cityName: string;
  demo: boolean;
  sandbox: boolean;
  staff: { name: string; email: string; roles: Role[] };
  workerStopped: boolean;
};

/** A message that did not arrive, or of which nobody knows whether it did. */
export type TroubleRow = {
  id: string;
  kind: OutboxKind;
  state: Extract<OutboxState, "unknown" | "failed">;
  at: Date;
  /** Of the report it is about, when there is one. */
  reportNumber: string | null;
  /** Short English word, for the label table. */
  error: string | null;
};

export type Trouble = { unknown: number; failed: number; parked: number; rows: TroubleRow[] };

export type Today = {
  now: Date;
  cityName: string;
  summary: ReportSummary;
  mine: ReportSummary;
  newest: ReportRow[];
  late: ReportRow[];
  /** Null for people who may not see what the machine could not deliver. */
  trouble: Trouble | null;
};
