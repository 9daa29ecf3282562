import {
  arrayAt,
  booleanAt,
  type Fields,
  type Findings,
  isFields,
  note,
  noteWrongType,
  numberAt,
  textAt,
  wordAt,
} from "./findings";
import { checkFlex } from "./flex";
import { checkImagemap } from "./imagemap";
import { checkQuickReply, checkSender } from "./quick-reply";
import { checkTemplate } from "./templates";
import { checkText, checkTextV2 } from "./text";
import { httpsAt } from "./urls";

/** Packages that bots may send from (LINE's list of sendable stickers). */
const STICKER_PACKAGES = new Set(
  "446 789 1070 6136 6325 6359 6362 6370 6632 8515 8522 8525 11537 11538 11539".split(" "),
);
const WHOLE_NUMBER = /^\d{1,20}$/;

const CHECKS: Record<string, (f: Findings, message: Fields, path: string) => void> = {
  text: checkText,
  textV2: checkTextV2,
  sticker(f, message, path) {
    const packageId = textAt(f, message, path, "packageId", { max: 20, required: true });
    const stickerId = textAt(f, message, path, "stickerId", { max: 20, required: true });
    if (packageId !== null && !STICKER_PACKAGES.has(packageId))
      note(f, `${path}packageId`, "Must be a valid package ID");
    if (stickerId !== null && !WHOLE_NUMBER.test(stickerId))
      note(f, `${path}stickerId`, "Must be a valid sticker ID");
  },
  image(f, message, path) {
    httpsAt(f, message, path, "originalContentUrl", { required: true });
    httpsAt(f, message, path, "previewImageUrl", { required: true });
  },
  video(f, message, path) {
    httpsAt(f, message, path, "originalContentUrl", { required: true });
    httpsAt(f, message, path, "previewImageUrl", { required: true });
    const id = textAt(f, message, path, "trackingId", { max: 100, required: false });
    if (id !== null && !/^[a-zA-Z0-9\-.=,+*()%$&;:@{}!?<>[\]]+$/.test(id))
      note(f, `${path}trackingId`, "Must be a valid tracking ID");
  },
  audio(f, message, path) {
    httpsAt(f, message, path, "originalContentUrl", { required: true });
    numberAt(f, message, path, "duration", { min: 1, max: Number.MAX_SAFE_INTEGER, required: true });
  },
  location(f, message, path) {
    textAt(f, message, path, "title", { max: 100, required: true });
    textAt(f, message, path, "address", { max: 100, required: true });
    numberAt(f, message, path, "latitude", { min: -90, max: 90, required: true, whole: false });
    numberAt(f, message, path, "longitude", { min: -180, max: 180, required: true, whole: false });
  },
  imagemap: checkImagemap,
  template: checkTemplate,
  flex: checkFlex,
  coupon(f, message, path) {
    textAt(f, message, path, "couponId", { max: 1000, required: true });
    textAt(f, message, path, "deliveryTag", { max: 30, required: false });
  },
};
const TYPES = Object.keys(CHECKS);

/** The `messages` of a send or validate call: one to five objects, each within every limit. */
export function checkMessages(f: Findings, body: Fields): void {
  const messages = arrayAt(f, body, "", "messages", { min: 1, max: 5, required: true });
  messages?.slice(0, 20).forEach((message, n) => {
    const path = `messages[${n}]`;
    if (!isFields(message)) {
      noteWrongType(f, path);
      return;
    }
    const type = wordAt(f, message, `${path}.`, "type", TYPES, true);
    if (type === null) return;
    CHECKS[type]?.(f, message, `${path}.`);
    textAt(f, message, `${path}.`, "quoteToken", { max: 1000, required: false });
    checkQuickReply(f, message, `${path}.`);
    checkSender(f, message, `${path}.`);
  });
}

const UNIT = /^[a-zA-Z0-9_]+$/;

/** What the send calls share beside `messages`. A name that is too long is taken and not counted, as at LINE. */
export function checkSendOptions(f: Findings, body: Fields): void {
  booleanAt(f, body, "", "notificationDisabled");
  const units = arrayAt(f, body, "", "customAggregationUnits", { min: 0, max: 1, required: false });
  units?.forEach((unit, n) => {
    if (typeof unit !== "string") noteWrongType(f, `customAggregationUnits[${n}]`);
    else if (!UNIT.test(unit)) note(f, `customAggregationUnits[${n}]`, "Must match [a-zA-Z0-9_]{1,30}");
  });
}
