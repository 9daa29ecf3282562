import type { OutboxKind } from "@/db/enums";
import type { ParkedEvent } from "@/lib/inbox/queries";
import type { Advice } from "./advice";

export type TroubleCounts = {
  /** Events that could not be processed. */
  parked: number;
  /** Messages of which nobody knows whether they arrived, and those that did not. */
  unknown: number;
  failed: number;
};

/** A message that did not arrive, or of which nobody knows whether it did. */
export type UndeliveredMessage = {
  id: string;
  kind: OutboxKind;
  state: "unknown" | "failed";
  at: Date;
  /** Short English word, for the label table. */
  error: string | null;
  /** Of a mail: staff's own address. Residents have none here. */
  mailTo: string | null;
  aboutReport: boolean;
  /** Null: about no report, or about one that this person may not see. */
  reportNumber: string | null;
  advice: Advice;
  mayResend: boolean;
};

/** `next`: what the address of the following page names; null on the last one. */
export type Page<T> = { rows: T[]; next: string | null };

export type Troubles = {
  now: Date;
  counts: TroubleCounts;
  mayRetry: boolean;
  events: Page<ParkedEvent>;
  messages: Page<UndeliveredMessage>;
};
