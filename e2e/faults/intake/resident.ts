import { setTimeout as sleep } from "node:timers/promises";
import { sandboxCall } from "../../support/house";
import type { Random } from "../../support/random";
import type { Mailbox } from "./postman";

type Action = { type: string; label?: string; data?: string };
export type Message = {
  type: string;
  text?: string;
  quickReply?: { items: { action: Action }[] };
  template?: { actions: Action[] };
};
type House = { ports: { sandbox: number } };

/** What a resident did, by their own account: the report must hold exactly this. */
export type Deed = {
  residentId: string;
  photoMessageIds: string[];
  place: { lat: number; lng: number };
  words: string | null;
  sent: boolean;
  receipt: string | null;
};

const ANSWERS: Record<string, string> = {
  danger: "no",
  kind: "road",
  "road-item": "hole",
  "road-owner": "city",
};
/** How long they wait before they try again; each time twice as long, as people do. */
const PATIENCE_MS = 5_000;
const MOST_PATIENCE_MS = 60_000;
const RECEIPT = /R\d+-\d{6,}/;

/** A one-pixel JPEG is enough: what matters is which photos arrive, not what they show. */
export const PHOTO = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==",
  "base64",
);

const actionsOf = (message: Message): Action[] => [
  ...(message.quickReply?.items.map((i) => i.action) ?? []),
  ...(message.template?.actions ?? []),
];
const tap = (action: Action) => new URLSearchParams(action.data ?? "");

/**
 * Plays one resident who reports a hole in the road: taps, sends up to two photos, the place, the time and some words,
 * often faster than the bot answers, over a webhook that repeats and shuffles. Some send a wrong place and put it right
 * at once, and the wrong one arrives last. When an answer does not come they do what people do: send a sticker, or tap
 * again, until `hasGivenUp`.
 */
export async function playResident(
  house: House,
  residentId: string,
  random: Random,
  mailbox: Mailbox,
  hasGivenUp: () => boolean,
): Promise<Deed> {
  const deed: Deed = {
    residentId,
    photoMessageIds: [],
    place: { lat: 32.79 + random.next() * 0.02, lng: 130.7 + random.next() * 0.03 },
    words: random.chance(0.6) ? `通りにくいです ${residentId.slice(1, 7)}` : null,
    sent: false,
    receipt: null,
  };
  const photos = random.below(3);
  const eager = random.chance(0.5);
  const unsure = random.chance(0.5);
  let placeSent = false;
  let wordsSent = false;
  let photosSent = false;
  const delivery = () => ({
    ...(random.chance(0.25) ? { duplicate: 1 + random.below(2) } : {}),
    ...(random.chance(0.4) ? { delayMs: random.below(600) } : {}),
  });
  const act = <T>(what: string, body: object) =>
    sandboxCall<T>(house, `/residents/${residentId}/${what}`, { ...delivery(), ...body });
  const point = ({ lat, lng }: Deed["place"], delivered: object = {}) =>
    act("location", {
      title: "ここ",
      address: "熊本県熊本市中央区手取本町1-1",
      latitude: lat,
      longitude: lng,
      ...delivered,
    });
  const sendPlace = async () => {
    if (placeSent) return;
    placeSent = true;
    if (unsure) {
      await point(
        { lat: deed.place.lat + 0.004, lng: deed.place.lng + 0.004 },
        { delayMs: 300 + random.below(1_700) },
      );
      await sleep(5); // LINE's clock counts milliseconds
    }
    await point(deed.place, unsure ? { delayMs: 0 } : {});
  };
  const sendPhotos = async () => {
    photosSent = true;
    for (let i = 0; i < photos; i++) {
      const query = new URLSearchParams(Object.entries(delivery()).map(([k, v]) => [k, String(v)]));
      const response = await fetch(
        `http://127.0.0.1:${house.ports.sandbox}/_sandbox/residents/${residentId}/image?${query}`,
        {
          method: "POST",
          headers: { "content-type": "image/jpeg" },
          body: PHOTO,
        },
      );
      deed.photoMessageIds.push(((await response.json()) as { messageId: string }).messageId);
    }
    // Half of the residents send the place without waiting to be asked.
    if (eager && photos > 0) await sendPlace();
  };
  const press = (action: Action) => act("postback", { data: action.data, displayText: action.label });

  /** Does what the question asks; false when there is nothing to do but wait. */
  const answer = async (actions: Action[]): Promise<boolean> => {
    const by = (verb: string) => actions.find((a) => a.type === "postback" && tap(a).get("d") === verb);
    const send = by("send");
    if (send) {
      deed.sent = true;
      await press(send);
      return true;
    }
    const picks = actions.filter((a) => a.type === "postback" && tap(a).get("d") === "pick");
    const step = picks[0] ? (tap(picks[0]).get("s") ?? "") : "";
    const pick = picks.find((a) => tap(a).get("v") === ANSWERS[step]) ?? picks[0];
    if (pick) await press(pick);
    else if (actions.some((a) => a.type === "camera")) {
      if (!photosSent) await sendPhotos();
      const on = by("done") ?? by("skip");
      if (photos === 0 && on) await press(on);
      else if (by("done")) await press(by("done") as Action);
      else return false;
    } else if (actions.some((a) => a.type === "location")) {
      if (placeSent) return false;
      await sendPlace();
    } else if (by("now")) await press(by("now") as Action);
    else if (by("today")) await press(by("today") as Action);
    else if (by("resume")) await press(by("resume") as Action);
    else if (by("skip")) {
      if (deed.words !== null && !wordsSent) {
        wordsSent = true;
        await act("text", { text: deed.words });
      } else if (deed.words === null) await press(by("skip") as Action);
      else return false;
    } else return false;
    return true;
  };

  await sleep(random.below(8_000));
  await act("text", { text: "市民レポート" });
  let last: Action[] = [];
  let movedAt = Date.now();
  let patience = PATIENCE_MS;
  while (!hasGivenUp()) {
    const fromBot = await mailbox.take(500);
    for (const message of fromBot)
      deed.receipt ??= RECEIPT.exec(message.text ?? JSON.stringify(message))?.[0] ?? null;
    if (deed.receipt) return deed;
    const question = fromBot.map(actionsOf).findLast((a) => a.length > 0);
    if (question) {
      last = question;
      movedAt = Date.now();
      patience = PATIENCE_MS;
      await sleep(random.below(400));
      await answer(question);
    } else if (Date.now() - movedAt > patience) {
      movedAt = Date.now();
      patience = Math.min(MOST_PATIENCE_MS, patience * 2);
      const send = last.find((a) => a.type === "postback" && tap(a).get("d") === "send");
      if (send) await press(send);
      else await act("sticker", {});
    }
  }
  return deed;
}
