import { describe, expect, it } from "vitest";
import { LIMITS, type LineMessage, type QuickAction, textMessage } from "./message";
import { refusals } from "./testing/line-limits";

const FAMILY = "👨‍👩‍👧‍👦";
const button = (more: object = {}): QuickAction => ({ type: "postback", label: "はい", data: "d", ...more });
const link = (uri: string): QuickAction => ({ type: "uri", label: "開く", uri });
const path = (length: number) => `https://example.jp/${"a".repeat(length - "https://example.jp/".length)}`;
const buttons = (template: object = {}, more: object = {}): LineMessage =>
  ({
    type: "template",
    altText: "質問",
    template: { type: "buttons", text: "質問", actions: [button()], ...template },
    ...more,
  }) as LineMessage;
const many = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);

/** A message that uses `n` of each limit. */
const AT: Record<keyof typeof LIMITS, (n: number) => LineMessage[]> = {
  messages: (n) => many(n, textMessage("あ")),
  text: (n) => [textMessage("あ".repeat(n))],
  altText: (n) => [buttons({}, { altText: "あ".repeat(n) })],
  buttonsText: (n) => [buttons({ text: FAMILY.repeat(n) })],
  buttonsTextWithTitle: (n) => [buttons({ title: "題", text: FAMILY.repeat(n) })],
  buttonsTitle: (n) => [buttons({ title: FAMILY.repeat(n) })],
  buttonsActions: (n) => [buttons({ actions: many(n, button()) })],
  quickReplies: (n) => [textMessage("あ", many(n, button()))],
  label: (n) => [textMessage("あ", [button({ label: FAMILY.repeat(n) })])],
  postbackData: (n) => [textMessage("あ", [button({ data: "d".repeat(n) })])],
  displayText: (n) => [textMessage("あ", [button({ displayText: FAMILY.repeat(n) })])],
  uri: (n) => [textMessage("あ", [link(path(n))])],
};

describe("our limits are the platform's", () => {
  it.each(Object.entries(LIMITS))("%s: %i is taken and one more refused", (name, limit) => {
    const message = AT[name as keyof typeof LIMITS];
    expect(refusals(message(limit))).toEqual([]);
    expect(refusals(message(limit + 1))).not.toEqual([]);
  });
});
