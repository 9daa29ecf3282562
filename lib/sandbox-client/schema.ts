import { z } from "zod";

/**
 * What the phone page needs of the sandbox's control interface, read by this side's own shapes: the product shares no
 * code with the program that checks it. Times are milliseconds since 1970. Unknown fields are ignored.
 */
const at = z.number();
const lineJson = z.record(z.string(), z.unknown());

export const residentId = z.string().regex(/^U[0-9a-f]{32}$/);

/** Place in a talk, as server-sent events name it. */
export const streamCursor = z.string().regex(/^\d{1,15}$/);

const resident = z.object({
  id: residentId,
  name: z.string(),
  language: z.string().nullable(),
  state: z.enum(["none", "friend", "blocked"]),
  messages: z.number(),
  lastAt: at.nullable(),
});
export type Resident = z.infer<typeof resident>;
export const residentsAnswer = z.object({
  residents: z.array(resident),
  total: z.number(),
  next: z.string().nullable(),
});
export type ResidentsAnswer = z.infer<typeof residentsAnswer>;

export const talkItem = z.object({
  seq: z.number(),
  at,
  from: z.enum(["resident", "bot", "system"]),
  kind: z.enum(["message", "postback", "follow", "unfollow"]),
  messageId: z.string().nullable(),
  message: lineJson.nullable(),
  postback: z.object({ data: z.string(), params: z.record(z.string(), z.string()).optional() }).nullable(),
  contentUrl: z.string().nullable(),
  unsent: z.boolean(),
  read: z.boolean(),
  /** Bot's items: those of one request came together. */
  requestId: z.string().nullable(),
});
export type TalkItem = z.infer<typeof talkItem>;

const side = z.number();
const richMenu = z.object({
  richMenuId: z.string(),
  name: z.string(),
  chatBarText: z.string(),
  selected: z.boolean(),
  size: z.object({ width: side.positive(), height: side.positive() }),
  areas: z.array(
    z.object({ bounds: z.object({ x: side, y: side, width: side, height: side }), action: lineJson }),
  ),
});
export type RichMenu = z.infer<typeof richMenu>;

export const talkState = z.object({
  resident,
  richMenu: richMenu.nullable(),
  loadingUntil: at.nullable(),
  readUpToSeq: z.number(),
  unsent: z.array(z.string()),
});
export type TalkState = z.infer<typeof talkState>;
export const talkAnswer = talkState.extend({ items: z.array(talkItem), lastSeq: z.number() });
export type TalkAnswer = z.infer<typeof talkAnswer>;

export const idTokenAnswer = z.object({ idToken: z.string() });

export const health = z.object({ ledgerSeq: z.number(), startedAt: at });

const platformRequest = z.object({
  n: z.number(),
  at,
  method: z.string(),
  path: z.string(),
  endpoint: z.string(),
  status: z.number(),
  requestId: z.string(),
  ms: z.number(),
  message: z.string().nullable(),
  fault: z.string().nullable(),
});
const delivery = z.object({
  n: z.number(),
  at,
  events: z.array(z.object({ eventId: z.string(), type: z.string(), residentId: z.string().nullable() })),
  redelivery: z.boolean(),
  duplicate: z.boolean(),
  attempt: z.number(),
  status: z.number(),
  reason: z.string(),
  ms: z.number(),
});
const ledgerEntry = z.object({
  seq: z.number(),
  at,
  requestId: z.string(),
  endpoint: z.string(),
  to: z.array(z.string()),
  undelivered: z.array(z.object({ to: z.string(), reason: z.string() })),
  messages: z.array(lineJson),
});
export const requestsAnswer = z.object({ requests: z.array(platformRequest) });
export const deliveriesAnswer = z.object({ deliveries: z.array(delivery) });
export const ledgerAnswer = z.object({ entries: z.array(ledgerEntry) });

/** Last entry seen of each list (0: nothing yet), in which run of the sandbox: requests and deliveries restart with it. */
export const seenCursor = z.object({
  startedAt: z.coerce.number(),
  requests: z.coerce.number(),
  deliveries: z.coerce.number(),
  ledger: z.coerce.number(),
});
export type SeenCursor = z.infer<typeof seenCursor>;

/** "What the platform saw" since a cursor: newest first, at most SEEN_KEPT of each, and where to go on. */
export const seenAnswer = z.object({
  requests: z.array(platformRequest),
  deliveries: z.array(delivery),
  ledger: z.array(ledgerEntry),
  cursor: seenCursor,
});
export type Seen = z.infer<typeof seenAnswer>;
export const SEEN_KEPT = 60;
