import type { Journal } from "../journal";
import type { LineJson, SendEndpoint, TalkItem } from "../protocol";
import type { Records } from "../records";
import type { Ledger, LedgerRow } from "./ledger";

/** One act and one accepted request have one number each; a request's messages are its parts. */
export const PARTS = 8;
const EPOCH_STEP = 100_000n;

type Act = Records["act"];
type Entry = Act | number;

export type Talk = {
  nextSeq(): number;
  messageId(seq: number, part: number): string;
  count(i: number): number;
  lastAt(i: number): number | null;
  /** The newest `limit` items after `after`, oldest first. */
  items(i: number, after: number, limit: number): TalkItem[];
  lastSeq(i: number): number;
  readUpTo(i: number): number;
  /** Place of the newest message of the account; 0: there is none. */
  lastBotSeq(i: number): number;
  /** Up to here the resident's phone has shown the talk. */
  viewedUpTo(i: number): number;
  /** The newest message of the account that names this address. */
  findLink(i: number, url: string): { seq: number; part: number } | null;
  unsentOf(i: number): string[];
  isUnsent(messageId: string): boolean;
  findMessage(messageId: string): Act | undefined;
  /** When this resident last wrote or tapped; null for never. */
  lastInboundAt(i: number): number | null;
  /** Called with the resident's number whenever a talk changes. */
  subscribe(listener: (i: number) => void): void;
};

export function createTalk(
  journal: Journal,
  ledger: Ledger,
  contentPath: (messageId: string) => string | null,
): Talk {
  const talks: (Entry[] | undefined)[] = [];
  const counts: number[] = [];
  const read: number[] = [];
  const viewed: number[] = [];
  const acts = new Map<string, Act>();
  const unsent = new Map<string, number>();
  const lastInbound: number[] = [];
  const listeners: ((i: number) => void)[] = [];
  let seq = 0;
  let epoch = 0n;

  const messageId = (of: number, part: number): string => String(epoch + BigInt(of * PARTS + part));
  const changed = (i: number): void => {
    for (const each of listeners) each(i);
  };
  const add = (i: number, entry: Entry, messages: number): void => {
    const entries = talks[i];
    if (entries) entries.push(entry);
    else talks[i] = [entry];
    counts[i] = (counts[i] ?? 0) + messages;
    changed(i);
  };

  journal.on("born", ({ at }) => {
    epoch = BigInt(at) * EPOCH_STEP;
  });
  journal.on("act", (act) => {
    seq = Math.max(seq, act.seq);
    if (act.messageId !== null) acts.set(act.messageId, act);
    if (act.read) read[act.i] = act.seq * PARTS;
    if (act.kind === "message" || act.kind === "postback") lastInbound[act.i] = act.at;
    add(act.i, act, act.message ? 1 : 0);
  });
  journal.on("unsend", (record) => {
    const act = acts.get(record.messageId);
    if (!act) return;
    unsent.set(record.messageId, act.i);
    changed(act.i);
  });
  journal.on("viewed", ({ i, seq: upTo }) => {
    viewed[i] = upTo;
  });
  journal.on("read", ({ i, seq: upTo }) => {
    read[i] = Math.max(read[i] ?? 0, upTo);
    changed(i);
  });
  ledger.subscribe((row, index) => {
    seq = Math.max(seq, row.seq);
    const parts = ledger.body(row.body).messages.length;
    for (const i of row.recipients) if (!row.missed?.has(i)) add(i, index, parts);
  });

  const expand = (entry: Entry): TalkItem[] => {
    if (typeof entry !== "number") return [fromAct(entry, read[entry.i] ?? 0)];
    const row = ledger.rows[entry];
    return row ? ledger.body(row.body).messages.map((message, part) => fromRow(row, message, part)) : [];
  };
  const fromAct = (act: Act, readUpTo: number): TalkItem => {
    const gone = act.messageId !== null && unsent.has(act.messageId);
    return {
      seq: act.seq * PARTS,
      at: act.at,
      from: act.kind === "follow" || act.kind === "unfollow" ? "system" : "resident",
      kind: act.kind,
      messageId: act.messageId,
      message: gone ? null : act.message,
      postback: act.postback,
      contentUrl: act.messageId === null || gone ? null : contentPath(act.messageId),
      unsent: gone,
      read: act.seq * PARTS <= readUpTo,
      requestId: null,
      endpoint: null,
      eventId: act.eventId,
    };
  };
  const fromRow = (row: LedgerRow, message: LineJson, part: number): TalkItem => ({
    seq: row.seq * PARTS + part,
    at: row.at,
    from: "bot",
    kind: "message",
    messageId: messageId(row.seq, part),
    message,
    postback: null,
    contentUrl: null,
    unsent: false,
    read: true,
    requestId: row.requestId,
    endpoint: row.endpoint satisfies SendEndpoint,
    eventId: null,
  });
  const lastOf = (i: number): TalkItem | undefined => {
    const last = talks[i]?.at(-1);
    return last === undefined ? undefined : expand(last).at(-1);
  };

  return {
    nextSeq: () => seq + 1,
    messageId,
    count: (i) => counts[i] ?? 0,
    lastAt: (i) => lastOf(i)?.at ?? null,
    items(i, after, limit) {
      const entries = talks[i] ?? [];
      const found: TalkItem[][] = [];
      let total = 0;
      // From the newest back: a talk is long, what is asked for is short.
      for (let n = entries.length - 1; n >= 0 && total < limit; n -= 1) {
        const entry = entries[n];
        const items = entry === undefined ? [] : expand(entry).filter((item) => item.seq > after);
        if (items.length === 0) break;
        found.push(items);
        total += items.length;
      }
      return found.reverse().flat().slice(-limit);
    },
    lastSeq: (i) => lastOf(i)?.seq ?? 0,
    readUpTo: (i) => read[i] ?? 0,
    lastBotSeq: (i) => {
      const row = ledger.rows[talks[i]?.findLast((entry) => typeof entry === "number") ?? -1];
      return row ? row.seq * PARTS + ledger.body(row.body).messages.length - 1 : 0;
    },
    viewedUpTo: (i) => viewed[i] ?? 0,
    findLink(i, url) {
      for (const entry of (talks[i] ?? []).toReversed()) {
        const row = typeof entry === "number" ? ledger.rows[entry] : undefined;
        const messages = row ? ledger.body(row.body).messages : [];
        const part = messages.findIndex((message) =>
          JSON.stringify(message).includes(JSON.stringify(url).slice(1, -1)),
        );
        if (row && part >= 0) return { seq: row.seq, part };
      }
      return null;
    },
    unsentOf: (i) => [...unsent].filter(([, owner]) => owner === i).map(([id]) => id),
    isUnsent: (id) => unsent.has(id),
    findMessage: (id) => acts.get(id),
    lastInboundAt: (i) => lastInbound[i] ?? null,
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}
