import type { Fields } from "../limits/findings";
import { newFindings } from "../limits/findings";
import { checkMessages } from "../limits/messages";

/** Properties found wrong with one message, `!` before those of the wrong JSON type. */
export function wrongIn(...messages: unknown[]): string[] {
  const findings = newFindings();
  checkMessages(findings, { messages });
  const found = findings.list.map(({ property }) => property.replace("messages[0].", ""));
  return findings.wrongType === null
    ? found
    : [...found, `!${findings.wrongType.replace("messages[0].", "")}`];
}

export const x = (length: number): string => "x".repeat(length);
export const family = "👨‍👩‍👧‍👦";
export const https = (length: number): string => `https://city.example/${x(length - 21)}`;
export const postback = (more: Fields = {}): Fields => ({
  type: "postback",
  label: "はい",
  data: "a=1",
  ...more,
});
export const withAction = (action: unknown): Fields => ({
  type: "template",
  altText: "alt",
  template: { type: "buttons", text: "t", actions: [action] },
});
export const quick = (action: unknown): Fields => ({
  type: "text",
  text: "t",
  quickReply: { items: [{ type: "action", action }] },
});
export const image = {
  type: "image",
  originalContentUrl: "https://city.example/a.jpg",
  previewImageUrl: "https://city.example/b.jpg",
};
export const location = {
  type: "location",
  title: "市役所",
  address: "手取本町1-1",
  latitude: 32.8,
  longitude: 130.7,
};
export const buttons = (more: Fields = {}): Fields => ({
  type: "template",
  altText: "alt",
  template: { type: "buttons", text: "t", actions: [postback()], ...more },
});
export const confirm = (more: Fields = {}): Fields => ({
  type: "template",
  altText: "alt",
  template: { type: "confirm", text: "t", actions: [postback(), postback()], ...more },
});
export const column = (more: Fields = {}): Fields => ({ text: "t", actions: [postback()], ...more });
export const carousel = (...columns: Fields[]): Fields => ({
  type: "template",
  altText: "alt",
  template: { type: "carousel", columns },
});
export const imageColumn = (label?: string): Fields => ({
  imageUrl: "https://city.example/a.jpg",
  action: { type: "uri", uri: "https://city.example/", ...(label === undefined ? {} : { label }) },
});
export const imageCarousel = (...columns: Fields[]): Fields => ({
  type: "template",
  altText: "alt",
  template: { type: "image_carousel", columns },
});
export const area = { x: 0, y: 0, width: 10, height: 10 };
export const imagemap = (more: Fields = {}): Fields => ({
  type: "imagemap",
  baseUrl: "https://city.example/map",
  altText: "alt",
  baseSize: { width: 1040, height: 1040 },
  actions: [{ type: "message", text: "t", area }],
  ...more,
});
export const picker = (more: Fields = {}): Fields =>
  quick({ type: "datetimepicker", label: "日時", data: "d", mode: "date", ...more });

export function emojis(count: number): Fields[] {
  return Array.from({ length: count }, () => ({ index: 0, productId: "p", emojiId: "1" }));
}
export function textV2(count: number): Fields {
  const keys = Array.from({ length: count }, (_, n) => `k${n}`);
  const substitution = Object.fromEntries(
    keys.map((key) => [key, { type: "emoji", productId: "p", emojiId: "1" }]),
  );
  return { type: "textV2", text: "t", substitution };
}
export function video(trackingId: string): Fields {
  return { ...image, type: "video", trackingId };
}
export function mapActions(count: number): Fields[] {
  return Array.from({ length: count }, () => ({ type: "message", text: "t", area }));
}
export function mapVideo(label: string): Fields {
  const externalLink = { linkUri: "https://city.example/", label };
  const { originalContentUrl, previewImageUrl } = image;
  return imagemap({ video: { originalContentUrl, previewImageUrl, area, externalLink } });
}
export function manyQuick(count: number): Fields {
  const items = Array.from({ length: count }, () => ({ type: "action", action: postback() }));
  return { type: "text", text: "t", quickReply: { items } };
}
