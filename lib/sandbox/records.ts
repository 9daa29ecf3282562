import type { Config, LineJson, ResidentState, SendEndpoint, TalkItem } from "./protocol";

/** A webhook event as it goes out. */
export type WebhookEvent = Record<string, unknown> & {
  type: string;
  timestamp: number;
  webhookEventId: string;
  deliveryContext: { isRedelivery: boolean };
  source?: { type: string; userId?: string };
  replyToken?: string;
};

export type StoredRichMenu = {
  richMenuId: string;
  size: { width: number; height: number };
  selected: boolean;
  name: string;
  chatBarText: string;
  areas: { bounds: { x: number; y: number; width: number; height: number }; action: LineJson }[];
};

/** A batch of rich menus as it was accepted. `from` null: of everybody. */
export type StoredBatch = {
  requestId: string;
  operations: { from: string | null; to: string | null }[];
  /** How it ends, `doneAt` of the shiftable clock. A failed one does the first half of its operations. */
  end: "succeeded" | "failed";
  acceptedAt: number;
  doneAt: number;
};

/** Why an accepted message does not reach somebody. */
export type Miss = "blocked" | "not-friend" | "unknown";

/**
 * What happened, one line of the log each. Residents are named by their number in the register (order of appearance),
 * so that a multicast to 500 people is a short line. The whole state is these records applied in order.
 */
export type Records = {
  /** First line of a log: message ids are counted from here, so they never repeat after a reset. */
  born: { at: number };
  config: Partial<Config>;
  clock: { shiftMs: number };
  residents: {
    seed: string;
    from: number;
    to: number;
    friend: boolean;
    at: number;
    name?: string;
    language?: string | null;
  };
  /** Well-formed ids that somebody sent to and that no resident has. */
  strangers: { ids: string[] };
  state: { i: number; state: ResidentState; at: number };
  act: {
    seq: number;
    at: number;
    i: number;
    kind: TalkItem["kind"];
    messageId: string | null;
    message: LineJson | null;
    postback: TalkItem["postback"];
    eventId: string | null;
    read: boolean;
  };
  unsend: { messageId: string };
  read: { i: number; seq: number };
  /** Their phone showed the account's messages up to this place of the talk. `now` of the shiftable clock. */
  viewed: { i: number; seq: number; now: number };
  /** They opened an address of one of the account's messages. */
  clicked: { i: number; seq: number; part: number; url: string; now: number };
  content: {
    messageId: string;
    file: string;
    contentType: string;
    bytes: number;
    pollsUntilReady: number;
    external: boolean;
  };
  event: { event: WebhookEvent; i: number | null; held: boolean };
  /** Handed to the webhook once more; `fresh` when their reply tokens start to count (first time, redelivery). */
  attempt: { ids: string[]; at: number; fresh: boolean };
  /** 2xx, or not to be tried again. */
  settled: { ids: string[]; delivered: boolean };
  released: { ids: string[] };
  sent: {
    seq: number;
    at: number;
    /** Of the shiftable clock, for the retry key and the quota month. */
    now: number;
    requestId: string;
    endpoint: SendEndpoint;
    retryKey?: string;
    replyToken?: string;
    to: number[];
    missed?: [i: number, why: Miss][];
    /** Place in the table of message bodies; `messages` only where it is new. */
    body: number;
    messages?: LineJson[];
    silent?: true;
    units?: string[];
  };
  accessToken: { token: string; expiresAt: number };
  accessTokenRevoked: { token: string };
  richMenu: StoredRichMenu;
  richMenuImage: { richMenuId: string; contentType: string };
  richMenuDeleted: { richMenuId: string };
  alias: { id: string; richMenuId: string | null };
  defaultRichMenu: { richMenuId: string | null };
  link: { to: number[]; richMenuId: string | null };
  batch: StoredBatch;
  batchDone: { requestId: string; at: number };
};

export type RecordKind = keyof Records;
