/** What an event is, as far as staff need to know to decide about it. */
const MESSAGE_KINDS = ["text", "image", "location", "sticker", "video", "audio", "file"] as const;
const PLAIN_KINDS = ["message", "postback", "follow", "unfollow", "unsend"] as const;
export type EventKind = (typeof MESSAGE_KINDS)[number] | (typeof PLAIN_KINDS)[number] | "other";

type Loose = Record<string, unknown>;
const fields = (value: unknown): Loose =>
  typeof value === "object" && value !== null ? (value as Loose) : {};

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null; // what cannot be read is among the reasons for an event to be parked
  }
}

/** From a stored event; nothing of what the resident wrote leaves here. */
export function eventKind(type: string, payload: string): EventKind {
  if (type === "message") {
    const given = fields(fields(parsed(payload)).message).type;
    return MESSAGE_KINDS.find((kind) => kind === given) ?? "message";
  }
  return PLAIN_KINDS.find((kind) => kind === type) ?? "other";
}

/** Did the resident write to the account themselves, not in a group it sits in? */
export function isOwnMessage(raw: unknown): boolean {
  const event = fields(raw);
  return event.type === "message" && fields(event.source).type === "user";
}
