import { createHash } from "node:crypto";
import type { Journal } from "../journal";
import type { LineJson, SendEndpoint } from "../protocol";
import type { Miss, Records } from "../records";

/** One accepted request. Numbers of residents, not ids: 5,000 multicasts to 500 people take 10 MB. */
export type LedgerRow = {
  seq: number;
  at: number;
  now: number;
  requestId: string;
  endpoint: SendEndpoint;
  retryKey: string | null;
  replyToken: string | null;
  /** As asked for. */
  to: Uint32Array;
  /** Everybody once. */
  recipients: Uint32Array;
  missed: ReadonlyMap<number, Miss> | null;
  body: number;
  silent: boolean;
  units: readonly string[];
};

/** Equal `messages` are kept once. */
type MessageBody = { hash: string; messages: LineJson[] };

export type Ledger = {
  rows: readonly LedgerRow[];
  body(n: number): MessageBody;
  bodies(): number;
  /** Place of these messages in the table, or null when they are new (the next place is `bodies()`). */
  findBody(messages: LineJson[]): number | null;
  /** Called for each row, also while the log is read again. */
  subscribe(listener: (row: LedgerRow, index: number) => void): void;
};

const hashOf = (messages: LineJson[]): string =>
  createHash("sha256").update(JSON.stringify(messages)).digest("base64url").slice(0, 22);

export function createLedger(journal: Journal): Ledger {
  const rows: LedgerRow[] = [];
  const table: MessageBody[] = [];
  const places = new Map<string, number>();
  const listeners: ((row: LedgerRow, index: number) => void)[] = [];

  journal.on("sent", (record: Records["sent"]) => {
    if (record.messages) {
      const hash = hashOf(record.messages);
      table[record.body] = { hash, messages: record.messages };
      places.set(hash, record.body);
    }
    const to = Uint32Array.from(record.to);
    const once = new Set(record.to);
    const row: LedgerRow = {
      seq: record.seq,
      at: record.at,
      now: record.now,
      requestId: record.requestId,
      endpoint: record.endpoint,
      retryKey: record.retryKey ?? null,
      replyToken: record.replyToken ?? null,
      to,
      recipients: once.size === to.length ? to : Uint32Array.from(once),
      missed: record.missed ? new Map(record.missed) : null,
      body: record.body,
      silent: record.silent ?? false,
      units: record.units ?? [],
    };
    rows.push(row);
    for (const each of listeners) each(row, rows.length - 1);
  });

  return {
    rows,
    body: (n) => table[n] ?? { hash: "", messages: [] },
    bodies: () => table.length,
    findBody: (messages) => places.get(hashOf(messages)) ?? null,
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}
