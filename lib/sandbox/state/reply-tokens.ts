import type { Clock } from "../clock";
import type { Journal } from "../journal";

/** Use within a minute of the (re)delivery; a redelivery counts anew only until 20 minutes after the event. */
const FRESH_MS = 60_000;
const REDELIVERY_MS = 20 * 60_000;

export type ReplyToken = {
  n: number;
  token: string;
  eventId: string;
  i: number;
  eventAt: number;
  eventNow: number;
  deliveredAt: number | null;
  deliveredNow: number | null;
  usedBy: string | null;
};

export type ReplyTokens = {
  list: readonly ReplyToken[];
  find(token: string): ReplyToken | undefined;
  stateOf(token: ReplyToken): "undelivered" | "fresh" | "used" | "expired";
};

export function createReplyTokens(journal: Journal, clock: Clock): ReplyTokens {
  const list: ReplyToken[] = [];
  const byToken = new Map<string, ReplyToken>();
  const byEvent = new Map<string, ReplyToken>();

  journal.on("event", ({ event, i }) => {
    if (event.replyToken === undefined || i === null) return;
    const token: ReplyToken = {
      n: list.length + 1,
      token: event.replyToken,
      eventId: event.webhookEventId,
      i,
      eventAt: event.timestamp,
      eventNow: event.timestamp + clock.shiftMs,
      deliveredAt: null,
      deliveredNow: null,
      usedBy: null,
    };
    list.push(token);
    byToken.set(token.token, token);
    byEvent.set(token.eventId, token);
  });
  journal.on("attempt", ({ ids, at, fresh }) => {
    for (const id of ids) {
      const token = byEvent.get(id);
      if (!token || !(fresh || token.deliveredAt === null)) continue;
      const now = at + clock.shiftMs;
      if (token.deliveredNow !== null && now - token.eventNow > REDELIVERY_MS) continue;
      token.deliveredAt = at;
      token.deliveredNow = now;
    }
  });
  journal.on("sent", ({ replyToken, requestId }) => {
    const token = replyToken === undefined ? undefined : byToken.get(replyToken);
    if (token) token.usedBy = requestId;
  });

  return {
    list,
    find: (token) => byToken.get(token),
    stateOf(token) {
      if (token.usedBy !== null) return "used";
      if (token.deliveredNow === null) return "undelivered";
      return clock.now() - token.deliveredNow <= FRESH_MS ? "fresh" : "expired";
    },
  };
}
