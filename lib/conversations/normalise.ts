import { isPoint, type Point } from "@/lib/core/geo";
import { cleanText, cutUnits } from "@/lib/core/text";
import type { ImageSet, PickerParams, Reading, TalkEvent, TalkEventBody } from "./talk";

/** Tells where a point lies; the caller brings it (lib/areas). */
export type Locate = (point: Point, address: string | null) => { inside: boolean; areaKey: string | null };

type Loose = Record<string, unknown>;

/** Own fields only, so that `__proto__` and the like in a body mean nothing. */
const fields = (value: unknown): Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.assign(Object.create(null), Object.fromEntries(Object.entries(value)))
    : Object.create(null);

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const count = (value: unknown): number | null =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1000 ? value : null;

/** Far above anything LINE sends: 5,000 units for a text, 100 for an address. */
const LONGEST_TEXT = 10_000;
const LONGEST_ADDRESS = 300;

function imageSet(value: unknown): ImageSet | null {
  const set = fields(value);
  const id = text(set.id);
  return id ? { id, index: count(set.index), total: count(set.total) } : null;
}

function pickerParams(value: unknown): PickerParams {
  const params = fields(value);
  const date = text(params.date);
  const time = text(params.time);
  const datetime = text(params.datetime);
  return { ...(date ? { date } : {}), ...(time ? { time } : {}), ...(datetime ? { datetime } : {}) };
}

/** What `erased` left of a message; nothing in messages that an older version of this program erased. */
const reading = (message: Loose): Loose => fields(message.reading);

function wordsRead(read: Loose): Reading {
  const { scenarioKey, shortcut } = fields(read.starts);
  const key = text(scenarioKey);
  return {
    kind: "words",
    starts: key ? { scenarioKey: key, shortcut: text(shortcut) } : null,
    isWhen: read.isWhen !== false,
    isDate: read.isDate !== false,
    isPlace: read.isPlace !== false,
    length: typeof read.length === "number" ? read.length : 1,
  };
}

function placeOf(message: Loose, messageId: string, locate: Locate): TalkEventBody {
  if (message.latitude === undefined && message.longitude === undefined) {
    return {
      kind: "erased",
      messageId,
      reading: { kind: "point", inside: reading(message).inside !== false },
    };
  }
  const { latitude: lat, longitude: lng } = message;
  if (typeof lat !== "number" || typeof lng !== "number" || !isPoint({ lat, lng })) return { kind: "other" };
  const point = { lat, lng };
  const words = text(message.address) ?? text(message.title);
  const address = words && (cutUnits(cleanText(words).replace(/\s+/g, " "), LONGEST_ADDRESS) || null);
  return { kind: "location", messageId, point, address, ...locate(point, address) };
}

function messageBody(message: Loose, locate: Locate): TalkEventBody {
  const messageId = text(message.id);
  if (!messageId) return { kind: "other" };
  switch (message.type) {
    case "text": {
      const words = text(message.text);
      return words === null
        ? { kind: "erased", messageId, reading: wordsRead(reading(message)) }
        : { kind: "text", messageId, text: cutUnits(words.toWellFormed(), LONGEST_TEXT) };
    }
    case "image": {
      // LINE's own photos can be fetched; another provider's address is anybody's choice and is not asked.
      const external = text(fields(message.contentProvider).type) === "external";
      return { kind: "image", messageId, external, set: imageSet(message.imageSet) };
    }
    case "location":
      return placeOf(message, messageId, locate);
    case "sticker":
    case "video":
    case "audio":
    case "file":
      return { kind: message.type, messageId };
    default:
      return { kind: "other" };
  }
}

function bodyOf(event: Loose, locate: Locate): TalkEventBody {
  switch (event.type) {
    case "message":
      return messageBody(fields(event.message), locate);
    case "postback": {
      const postback = fields(event.postback);
      const data = text(postback.data) ?? "";
      // Another tab of the rich menu was opened: LINE has shown it already, there is nothing to answer.
      if (data.startsWith("menu=")) return { kind: "other" };
      return { kind: "postback", data, params: pickerParams(postback.params) };
    }
    case "follow":
    case "unfollow":
      return { kind: event.type };
    case "unsend": {
      const messageId = text(fields(event.unsend).messageId);
      return messageId ? { kind: "unsend", messageId } : { kind: "other" };
    }
    default:
      return { kind: "other" };
  }
}

/** A talk is for two: in a group or a room others would read along, answers included: an open report, a receipt. */
const isAmongOthers = (event: Loose): boolean => {
  const { type } = fields(event.source);
  return (type === "group" || type === "room") && event.type !== "unsend";
};

/**
 * In standby another channel module answers (and there is no reply token), we only listen: for what residents take back,
 * which must go wherever it was said, and for friends who come and go.
 */
function inStandby(body: TalkEventBody): TalkEventBody {
  if (body.kind === "follow") return { ...body, standby: true };
  return body.kind === "unsend" || body.kind === "unfollow" ? body : { kind: "other" };
}

/**
 * A webhook event as LINE sent it (parsed JSON of unknown shape) as the talk sees it; kinds we do not know are `other`.
 * Null: it has no usable id or time.
 */
export function normalise(raw: unknown, locate: Locate): TalkEvent | null {
  const event = fields(raw);
  const id = text(event.webhookEventId);
  const at = event.timestamp;
  if (!id || typeof at !== "number" || !Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  if (isAmongOthers(event)) return { id, at, kind: "other" };
  const body = bodyOf(event, locate);
  return { id, at, ...(event.mode === "standby" ? inStandby(body) : body) };
}
