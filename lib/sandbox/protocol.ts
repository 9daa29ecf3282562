/**
 * Shapes of the sandbox's control interface, `/_sandbox/*`: what tests, fault runs and the phone page send and get.
 * Types only. All times are milliseconds since 1970 (wall clock). A refused request answers 400 or 404 with
 * `ControlError`. Unless a comment says otherwise bodies are JSON and an empty body means "all defaults".
 */

import type { FaultKind, SendEndpoint } from "./protocol-settings";

export type ControlError = { error: string };

/** `GET /_sandbox/health` */
export type Health = {
  ok: true;
  channelId: string;
  botUserId: string;
  /** Null until the console has set one (PUT /v2/bot/channel/webhook/endpoint or config.webhookUrl). */
  webhookUrl: string | null;
  residents: number;
  /** Events not yet delivered with a 2xx: waiting, in flight, held or between two attempts. */
  pendingEvents: number;
  heldEvents: number;
  ledgerSeq: number;
  clockShiftMs: number;
  startedAt: number;
};

// ---------------------------------------------------------------------------------------------- residents

/** "none": never a friend (may still write); "friend": follows the account; "blocked": blocked or removed it. */
export type ResidentState = "none" | "friend" | "blocked";

export type Resident = {
  /** `U` and 32 hex digits. The n-th resident of a seed (n from 1) is `"U" + md5(`${seed}:${n}`)`. */
  id: string;
  name: string;
  /** BCP 47, or null when the resident hides it. */
  language: string | null;
  state: ResidentState;
  followedAt: number | null;
  /** Messages in the talk, both directions. */
  messages: number;
  lastAt: number | null;
};

/** How the events of one act reach the webhook. Times in milliseconds. */
export type WebhookOptions = {
  /** Deliver so many extra copies, in requests of their own, not marked as redelivery. */
  duplicate?: number;
  delayMs?: number;
  /** Keep the event until `POST /_sandbox/webhooks/release`. */
  hold?: boolean;
};

/** `POST /_sandbox/residents` */
export type CreateResidents = WebhookOptions & {
  name?: string;
  language?: string | null;
  /** Default 1. */
  count?: number;
  /** Default a random word. The same seed gives the same ids; those that exist already are kept as they are. */
  seed?: string;
  /** true (default): become friends with a follow event; "silent": friends without an event; false: strangers. */
  follow?: boolean | "silent";
};
/** At most the first 1,000 are listed. `created` counts only new ones. */
export type CreateResidentsAnswer = { residents: Resident[]; created: number; seed: string };

/** `GET /_sandbox/residents?after=<id>&limit=<n ≤ 1000, default 200>`, oldest first. */
export type ResidentsAnswer = { residents: Resident[]; total: number; next: string | null };

/** `GET /_sandbox/residents/:id` */
export type ResidentAnswer = Resident;

// --------------------------------------------------------------------------------------- what residents do

/** Answer of every act. `messageId`/`eventId` are the first ones, null when the act makes none. */
export type ActAnswer = {
  residentId: string;
  messageId: string | null;
  eventId: string | null;
  events: ActEvent[];
};
export type ActEvent = { eventId: string; type: string; messageId: string | null; replyToken: string | null };

/** `POST /_sandbox/residents/:id/follow | /block | /unblock` (body: WebhookOptions) */
export type FollowAct = WebhookOptions;

/** `POST /_sandbox/residents/:id/text` */
export type TextAct = WebhookOptions & { text: string; quotedMessageId?: string };

/**
 * `POST /_sandbox/residents/:id/image`: the raw bytes with an `image/*` content type, or multipart/form-data with one or
 * more `file` parts (two or more become an image set). Webhook options go in the query (`?duplicate=1&hold=true`), too:
 * `pollsUntilReady=n` answers 202 for the first n fetches of the content, `external=true` makes it contentProvider external.
 */
export type ImageActQuery = {
  duplicate?: string;
  delayMs?: string;
  hold?: string;
  pollsUntilReady?: string;
  external?: string;
};

/** `POST /_sandbox/residents/:id/location` */
export type LocationAct = WebhookOptions & {
  title?: string;
  address?: string;
  latitude: number;
  longitude: number;
};

/** `POST /_sandbox/residents/:id/sticker` */
export type StickerAct = WebhookOptions & { packageId?: string; stickerId?: string };

export type DatetimeParams = { date: string } | { time: string } | { datetime: string };

/** `POST /_sandbox/residents/:id/postback`. `displayText` is shown in the talk as the resident's words, without a message event. */
export type PostbackAct = WebhookOptions & {
  data: string;
  params?: DatetimeParams;
  displayText?: string;
  /** The bot's message the button belongs to; only for the talk. */
  messageId?: string;
};

/** `POST /_sandbox/residents/:id/switch`: taps a richmenuswitch area. */
export type RichMenuSwitchAct = WebhookOptions & { richMenuAliasId: string; data: string };

/** `POST /_sandbox/residents/:id/unsend`: the content API then answers 410. */
export type UnsendAct = WebhookOptions & { messageId: string };

/**
 * `POST /_sandbox/residents/:id/open`: the phone shows the talk, and what it shows counts as seen. So does an open stream.
 * `POST /_sandbox/residents/:id/click`: taps a link; counts for the newest message that names it.
 */
export type ClickAct = WebhookOptions & { uri: string };

/** `POST /_sandbox/residents/:id/raw`: any event; missing common properties (source, timestamp, webhookEventId …) are filled in. */
export type RawAct = WebhookOptions & { event: Record<string, unknown> };

// -------------------------------------------------------------------------------------------------- talk

/** A message, action or area exactly as LINE's JSON has it. */
export type LineJson = Record<string, unknown> & { type?: string };

export type TalkItem = {
  /** Order in the talk and cursor for `after`. Unique over the whole sandbox. */
  seq: number;
  at: number;
  from: "resident" | "bot" | "system";
  /**
   * message: `message` is the object as sent (bot: LINE message object; resident: webhook message object).
   * postback: the resident tapped; `message` is `{type:"text", text: displayText}` or null when nothing shows.
   * follow, unfollow: lines of the system.
   */
  kind: "message" | "postback" | "follow" | "unfollow";
  messageId: string | null;
  message: LineJson | null;
  /** Only for postback. */
  postback: { data: string; params?: Record<string, string> } | null;
  /** Address on the sandbox of the picture a resident sent. */
  contentUrl: string | null;
  unsent: boolean;
  /** Resident's items: the account has read it (既読). */
  read: boolean;
  /** Bot's items: which call sent it. */
  requestId: string | null;
  endpoint: SendEndpoint | null;
  /** Resident's items: the webhook event. */
  eventId: string | null;
};

export type RichMenuView = {
  richMenuId: string;
  name: string;
  chatBarText: string;
  /** Open when the talk opens. */
  selected: boolean;
  size: { width: number; height: number };
  areas: { bounds: { x: number; y: number; width: number; height: number }; action: LineJson }[];
  /** Path on the sandbox. */
  imageUrl: string;
  source: "user" | "default";
};

export type TalkState = {
  resident: Resident;
  richMenu: RichMenuView | null;
  /** The "…" animation shows until then, unless a message arrives. */
  loadingUntil: number | null;
  /** Resident's items up to this seq are read; all in bot mode. */
  readUpToSeq: number;
  /** Ids of messages taken back; a client that polls with `after` applies them to what it already has. */
  unsent: string[];
};

/** `GET /_sandbox/residents/:id/talk?after=<seq>&limit=<n, default 500>`: the newest `limit` items after `after`, oldest first. */
export type TalkAnswer = TalkState & { items: TalkItem[]; lastSeq: number };

/**
 * `GET /_sandbox/residents/:id/stream?after=<seq>` (server-sent events; `Last-Event-ID` works too):
 * `event: item` data TalkItem (id: seq) · `event: state` data TalkState (first, and whenever it changes). Comments keep it alive.
 * Pictures: `GET /_sandbox/content/:messageId` · `GET /_sandbox/richmenu/:id/image` ·
 * `GET /_sandbox/media?url=<https url of a message>` (fetched by the sandbox through SANDBOX_HOSTS).
 */
export type StreamEvent = { event: "item"; data: TalkItem } | { event: "state"; data: TalkState };

/** `GET /_sandbox/media/checks`: what LINE would have found when it fetched the addresses in messages; newest last. */
export type MediaChecksAnswer = { checks: MediaCheck[] };
export type MediaCheck = {
  url: string;
  property: string;
  requestId: string;
  ok: boolean;
  /** Why not: "unknown host", "status 404", "content type text/html", "larger than 1 MB" … */
  problem: string | null;
  contentType: string | null;
  bytes: number | null;
};

// ------------------------------------------------------------------------------------------------- ledger

/** One accepted request. Recipients are those LINE accepted; `undelivered` those among them who will not see it. */
export type LedgerEntry = {
  seq: number;
  at: number;
  requestId: string;
  endpoint: SendEndpoint;
  retryKey: string | null;
  /** Reply only: the token used and the event it came with. */
  replyToken: string | null;
  eventId: string | null;
  to: string[];
  undelivered: { to: string; reason: "blocked" | "not-friend" | "unknown" }[];
  messages: LineJson[];
  /** Same for equal messages. */
  messagesHash: string;
  messageIds: string[];
  notificationDisabled: boolean;
  customAggregationUnits: string[];
};
/** `GET /_sandbox/ledger?after=<seq>&endpoint=&to=<id>&retryKey=&limit=<n, default 100, max 5000>&omit=messages,to` */
export type LedgerAnswer = { entries: LedgerEntry[]; next: number | null };

/** `GET /_sandbox/ledger/summary` */
export type LedgerSummary = {
  /** Accepted requests and recipient pairs, by endpoint; `delivered` are pairs. */
  accepted: Record<SendEndpoint, { requests: number; recipients: number; delivered: number }>;
  /** Answers since this process started: endpoint → status → count. */
  answers: Record<string, Record<string, number>>;
  replies: {
    /** Reply tokens handed out, used once, and what was refused. A token is never used twice. */
    tokens: number;
    used: number;
    unused: number;
    refusedUsed: number;
    refusedExpired: number;
    refusedUnknown: number;
  };
  /** Pairs (recipient, equal messages) accepted more than once by push, multicast, broadcast or narrowcast. */
  duplicates: { pairs: number; examples: { to: string; messagesHash: string; times: number }[] };
  /** 409 answers since this process started. */
  retryKeyConflicts: number;
};

/** `GET /_sandbox/replies?after=<n>&limit=`: each reply token and its fate, in order of issue. */
export type RepliesAnswer = { replies: ReplyTokenView[]; next: number | null };
export type ReplyTokenView = {
  n: number;
  replyToken: string;
  eventId: string;
  residentId: string;
  /** When the event happened, and when the token was last handed to the webhook (null: not yet). */
  eventAt: number;
  deliveredAt: number | null;
  state: "undelivered" | "fresh" | "used" | "expired";
  requestId: string | null;
};

/** `GET /_sandbox/requests?after=<n>&limit=<default 200>`: calls the platform got, newest 5,000 kept; not across restarts. */
export type RequestsAnswer = { requests: RequestView[]; next: number | null };
export type RequestView = {
  n: number;
  /** Epoch ms when this process saw it; it may have come up to `heldUpMs` earlier, while the process was busy. */
  at: number;
  heldUpMs: number;
  method: string;
  path: string;
  endpoint: string;
  /** 0: dropped by a fault. */
  status: number;
  requestId: string;
  retryKey: string | null;
  ms: number;
  /** Error message of the answer, when it was one. */
  message: string | null;
  fault: FaultKind | null;
};

export type * from "./protocol-settings";
export type * from "./protocol-webhooks";
