import { createHash } from "node:crypto";

/** One webhook event as the inbox keeps it. `payload` is the event itself as JSON text; of a group's event its bare ids. */
export type IncomingEvent = {
  webhookEventId: string;
  lineUserId: string | null;
  type: string;
  payload: string;
  isRedelivery: boolean;
  /** Epoch milliseconds, LINE's clock; null when the event has none that can be believed. */
  occurredAt: number | null;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const word = (value: unknown, max: number): string | null =>
  typeof value === "string" && value.length > 0 && value.length <= max && !value.includes("\0")
    ? value.toWellFormed()
    : null;

const USER_ID = /^U[0-9a-f]{32}$/;
const YEAR_2016 = 1_451_606_400_000; // LINE's Messaging API did not exist before
const YEAR_2100 = 4_102_444_800_000;

/** What is said in a group or a room is nobody's business here, and never answered. */
const isAmongOthers = (source: Record<string, unknown>): boolean =>
  source.type === "group" || source.type === "room";

/** That something happened in which group: no words, no person, nothing to answer with. */
function traceOf(event: Record<string, unknown>, source: Record<string, unknown>): object {
  const { type, timestamp, webhookEventId, mode, deliveryContext, message } = event;
  const { groupId, roomId } = source;
  return {
    ...{ type, timestamp, webhookEventId, mode, deliveryContext },
    source: { type: source.type, groupId, roomId },
    ...(isRecord(message) ? { message: { id: message.id, type: message.type } } : {}),
  };
}

function incoming(event: Record<string, unknown>): IncomingEvent {
  const whole = JSON.stringify(event);
  const source = isRecord(event.source) ? event.source : {};
  const context = isRecord(event.deliveryContext) ? event.deliveryContext : {};
  const among = isAmongOthers(source);
  const userId = among ? null : word(source.userId, 64);
  const at = event.timestamp;
  return {
    // Every event has an id today; one without is told apart by its content, so that a second delivery still counts once.
    webhookEventId:
      word(event.webhookEventId, 128) ?? `sha256-${createHash("sha256").update(whole).digest("hex")}`,
    lineUserId: userId && USER_ID.test(userId) ? userId : null,
    type: word(event.type, 64) ?? "unknown",
    payload: among ? JSON.stringify(traceOf(event, source)) : whole,
    isRedelivery: context.isRedelivery === true,
    occurredAt: typeof at === "number" && at > YEAR_2016 && at < YEAR_2100 ? Math.floor(at) : null,
  };
}

/**
 * The events of a webhook body. Kinds, fields and values we do not know are kept as they are: LINE adds new ones
 * without notice (developers.line.biz, development guidelines). Null when the body is not LINE's shape at all.
 */
export function parseWebhookBody(body: string): IncomingEvent[] | null {
  try {
    const parsed: unknown = JSON.parse(body);
    if (!isRecord(parsed) || !Array.isArray(parsed.events)) return null;
    return parsed.events.filter(isRecord).map(incoming);
  } catch (error) {
    // RangeError: nested deeper than JSON.stringify can follow, which JSON.parse can.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}
