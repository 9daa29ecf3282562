import { newReplyToken, newUlid, seal } from "./ids";
import type {
  ActAnswer,
  ActEvent,
  DatetimeParams,
  LineJson,
  LocationAct,
  StickerAct,
  TalkItem,
  WebhookOptions,
} from "./protocol";
import type { WebhookEvent } from "./records";
import type { World } from "./world";

/** A refused act of a resident; told to the test or the phone page. */
export class ActRefused extends Error {}

type Made = {
  kind: TalkItem["kind"];
  message?: LineJson;
  postback?: TalkItem["postback"];
  event: LineJson & { type: string };
};

const REPLYABLE = new Set([
  "message",
  "messageEdited",
  "follow",
  "postback",
  "videoPlayComplete",
  "beacon",
  "accountLink",
  "membership",
  "join",
  "memberJoined",
]);

function newEvent(world: World, i: number, fields: LineJson & { type: string }, at: number): WebhookEvent {
  return {
    ...fields,
    mode: "active",
    timestamp: at,
    source: { type: "user", userId: world.register.idOf(i) },
    webhookEventId: newUlid(at),
    deliveryContext: { isRedelivery: false },
    ...(REPLYABLE.has(fields.type) ? { replyToken: newReplyToken() } : {}),
  };
}

const answerOf = (world: World, i: number, events: ActEvent[]): ActAnswer => ({
  residentId: world.register.idOf(i),
  messageId: events[0]?.messageId ?? null,
  eventId: events[0]?.eventId ?? null,
  events,
});

/** Puts one thing a resident did into their talk and on its way to the webhook. Who blocked the account reaches nobody. */
function commit(
  world: World,
  i: number,
  seq: number,
  messageId: string | null,
  made: Made,
  options: WebhookOptions,
): ActEvent[] {
  const at = world.clock.wall();
  const blocked = world.register.stateOf(i) === "blocked" && made.kind !== "unfollow";
  const event = blocked ? null : newEvent(world, i, made.event, at);
  world.journal.commit("act", {
    seq,
    at,
    i,
    kind: made.kind,
    messageId,
    message: made.message ?? null,
    postback: made.postback ?? null,
    eventId: event?.webhookEventId ?? null,
    read: !blocked && world.config.chatMode === "bot",
  });
  if (event === null) return [];
  world.deliverer.submit(event, i, options);
  return [
    { eventId: event.webhookEventId, type: event.type, messageId, replyToken: event.replyToken ?? null },
  ];
}

const sealed = (world: World, id: string, withQuote: boolean): LineJson => ({
  ...(withQuote ? { quoteToken: seal(`quote:${id}`, world.channel.secret) } : {}),
  markAsReadToken: seal(`read:${id}`, world.channel.secret),
});

function sendMessage(world: World, i: number, fields: LineJson, options: WebhookOptions): ActAnswer {
  const seq = world.talk.nextSeq();
  const id = world.talk.messageId(seq, 0);
  const quotable = ["text", "image", "video", "sticker"].includes(fields.type ?? "");
  const message = { ...fields, id, ...sealed(world, id, quotable) };
  return answerOf(
    world,
    i,
    commit(world, i, seq, id, { kind: "message", message, event: { type: "message", message } }, options),
  );
}

export const sendText = (
  world: World,
  i: number,
  text: string,
  quotedMessageId: string | undefined,
  options: WebhookOptions,
): ActAnswer =>
  sendMessage(
    world,
    i,
    { type: "text", text, ...(quotedMessageId === undefined ? {} : { quotedMessageId }) },
    options,
  );

export function sendLocation(
  world: World,
  i: number,
  { title, address, latitude, longitude }: LocationAct,
  options: WebhookOptions,
): ActAnswer {
  const words = { ...(title === undefined ? {} : { title }), ...(address === undefined ? {} : { address }) };
  return sendMessage(world, i, { type: "location", ...words, latitude, longitude }, options);
}

export const sendSticker = (
  world: World,
  i: number,
  { packageId = "446", stickerId = "1988" }: StickerAct,
  options: WebhookOptions,
): ActAnswer =>
  sendMessage(
    world,
    i,
    { type: "sticker", packageId, stickerId, stickerResourceType: "STATIC", keywords: ["OK"] },
    options,
  );

export type SentPicture = { contentType: string; bytes: Uint8Array };

/** One or more pictures at once; several are tied by an image set and go as events of their own. */
export async function sendPictures(
  world: World,
  i: number,
  pictures: SentPicture[],
  stored: { pollsUntilReady: number; external: boolean },
  options: WebhookOptions,
): Promise<ActAnswer> {
  const events: ActEvent[] = [];
  let setId: string | null = null;
  for (const [n, { contentType, bytes }] of pictures.entries()) {
    // The name is fixed only once nothing else can take the number: the file is written under a name of its own first.
    const name = `photo-${newUlid(world.clock.wall())}`;
    await world.content.save(name, bytes);
    const seq = world.talk.nextSeq();
    const id = world.talk.messageId(seq, 0);
    setId ??= id;
    world.journal.commit("content", {
      messageId: id,
      file: name,
      contentType,
      bytes: bytes.length,
      ...stored,
    });
    const set = pictures.length > 1 ? { imageSet: { id: setId, index: n + 1, total: pictures.length } } : {};
    const url = "https://external.example/photo.jpg";
    const provider = stored.external
      ? { type: "external", originalContentUrl: url, previewImageUrl: url }
      : { type: "line" };
    const message = { type: "image", id, contentProvider: provider, ...set, ...sealed(world, id, true) };
    events.push(
      ...commit(
        world,
        i,
        seq,
        id,
        { kind: "message", message, event: { type: "message", message } },
        options,
      ),
    );
  }
  return answerOf(world, i, events);
}

export function tapPostback(
  world: World,
  i: number,
  {
    data,
    params,
    displayText,
  }: { data: string; params?: DatetimeParams | Record<string, string>; displayText?: string },
  options: WebhookOptions,
): ActAnswer {
  const postback = { data, ...(params === undefined ? {} : { params: params as Record<string, string> }) };
  const message = displayText ? { type: "text", text: displayText } : undefined;
  const made: Made = {
    kind: "postback",
    postback,
    event: { type: "postback", postback },
    ...(message ? { message } : {}),
  };
  return answerOf(world, i, commit(world, i, world.talk.nextSeq(), null, made, options));
}

/** Taps an area that changes the rich menu: the new menu becomes the resident's own. */
export function switchRichMenu(
  world: World,
  i: number,
  alias: string,
  data: string,
  options: WebhookOptions,
): ActAnswer {
  const richMenuId = world.richMenus.aliases.get(alias);
  const found = richMenuId !== undefined && world.richMenus.menus.has(richMenuId);
  if (found) world.journal.commit("link", { to: [i], richMenuId });
  const status = found
    ? "SUCCESS"
    : richMenuId === undefined
      ? "RICHMENU_ALIAS_ID_NOTFOUND"
      : "RICHMENU_NOTFOUND";
  return tapPostback(world, i, { data, params: { newRichMenuAliasId: alias, status } }, options);
}

export function follow(world: World, i: number, options: WebhookOptions): ActAnswer {
  const state = world.register.stateOf(i);
  if (state === "friend") throw new ActRefused("is a friend already");
  world.journal.commit("state", { i, state: "friend", at: world.clock.wall() });
  const event = { type: "follow", follow: { isUnblocked: state === "blocked" } };
  return answerOf(world, i, commit(world, i, world.talk.nextSeq(), null, { kind: "follow", event }, options));
}

export function block(world: World, i: number, options: WebhookOptions): ActAnswer {
  if (world.register.stateOf(i) === "blocked") throw new ActRefused("has blocked the account already");
  world.journal.commit("state", { i, state: "blocked", at: world.clock.wall() });
  const made: Made = { kind: "unfollow", event: { type: "unfollow" } };
  return answerOf(world, i, commit(world, i, world.talk.nextSeq(), null, made, options));
}

/** Their phone shows the talk: what has not been seen of the account's messages counts as seen now. */
export function view(world: World, i: number): void {
  const seq = world.talk.lastBotSeq(i);
  if (seq > world.talk.viewedUpTo(i)) world.journal.commit("viewed", { i, seq, now: world.clock.now() });
}

/** Opens an address that the newest message with it named; one that no message names counts nowhere. */
export function click(world: World, i: number, url: string): ActAnswer {
  view(world, i);
  const place = world.talk.findLink(i, url);
  if (place) world.journal.commit("clicked", { i, ...place, url, now: world.clock.now() });
  return answerOf(world, i, []);
}

/** Opens the talk. */
export function open(world: World, i: number): ActAnswer {
  view(world, i);
  return answerOf(world, i, []);
}

export function unsend(world: World, i: number, messageId: string, options: WebhookOptions): ActAnswer {
  const act = world.talk.findMessage(messageId);
  if (!act || act.i !== i || world.talk.isUnsent(messageId)) throw new ActRefused("has no such message");
  world.journal.commit("unsend", { messageId });
  const event = newEvent(world, i, { type: "unsend", unsend: { messageId } }, world.clock.wall());
  world.deliverer.submit(event, i, options);
  return answerOf(world, i, [{ eventId: event.webhookEventId, type: "unsend", messageId, replyToken: null }]);
}

/** Any event at all; what is missing of the common properties is added. Given `null` takes a property away. */
export function sendRaw(
  world: World,
  i: number,
  given: Record<string, unknown>,
  options: WebhookOptions,
): ActAnswer {
  const type = typeof given.type === "string" ? given.type : "message";
  const merged = { ...newEvent(world, i, { type }, world.clock.wall()), ...given, type };
  const event = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null),
  ) as WebhookEvent;
  if (typeof event.webhookEventId !== "string") throw new ActRefused("an event needs a webhookEventId");
  world.deliverer.submit(event, i, options);
  return answerOf(world, i, [
    { eventId: event.webhookEventId, type, messageId: null, replyToken: event.replyToken ?? null },
  ]);
}
