import type { BroadcastKind, BroadcastState, MenuMode, Role } from "@/db/enums";
import type { ChannelTrouble } from "@/lib/delivery/view";
import type { ReportRow, ReportSummary } from "@/lib/reports/view";
import type { TroubleCounts, UndeliveredMessage } from "@/lib/troubles/view";
import type { Duty } from "./duty";

/** What the frame of every console page shows. */
export type Shell = {
  cityName: string;
  demo: boolean;
  sandbox: boolean;
  staff: { name: string; email: string; roles: Role[] };
  workerStopped: boolean;
  /** The rich menu that residents see. */
  menuMode: MenuMode;
  /** Why nothing goes out to LINE; null for those who have nothing to do with sending. */
  channelTrouble: ChannelTrouble | null;
};

/** Counts, and the newest messages that did not arrive. */
export type Trouble = { counts: TroubleCounts; newest: UndeliveredMessage[] };

/** A broadcast that moves, or will within a day. */
export type Moving = {
  id: string;
  title: string;
  kind: BroadcastKind;
  state: BroadcastState;
  dueAt: Date | null;
};

export type Today = {
  now: Date;
  cityName: string;
  /** What waits for this person, the most urgent first. */
  duties: Duty[];
  /** Null for people who may see no reports. */
  reports: { summary: ReportSummary; mine: ReportSummary; newest: ReportRow[]; late: ReportRow[] } | null;
  /** Null for people who may see no broadcasts. */
  moving: Moving[] | null;
  /** Null for people who may not see what the machine could not deliver. */
  trouble: Trouble | null;
};
