import { describe, expect, it } from "vitest";
import { MAX_BODY_BYTES, readBody } from "./body";
import { parseWebhookBody } from "./events";

const user = `U${"0123456789abcdef".repeat(2)}`;
const event = (more: object = {}) => ({
  type: "message",
  timestamp: 1_790_000_000_123,
  webhookEventId: "01JD0000000000000000000000",
  source: { type: "user", userId: user },
  deliveryContext: { isRedelivery: false },
  message: { id: "1", type: "text", text: "穴" },
  ...more,
});
const parse = (...events: unknown[]) => parseWebhookBody(JSON.stringify({ destination: "U0", events }));

describe("the events of a webhook body", () => {
  it("keeps an event as it came", () => {
    const [kept] = parse(event()) ?? [];
    expect(kept).toMatchObject({
      webhookEventId: "01JD0000000000000000000000",
      lineUserId: user,
      type: "message",
      isRedelivery: false,
      occurredAt: 1_790_000_000_123,
    });
    expect(JSON.parse(kept?.payload ?? "")).toEqual(event());
  });
  it("answers the verify button's empty list", () => expect(parse()).toEqual([]));
  it.each(["", "null", "[]", "{}", '{"events":{}}', '{"events":', "\u0000"])("is null for %j", (body) =>
    expect(parseWebhookBody(body)).toBeNull(),
  );
  it("is null for events nested deeper than anything can be written down", () => {
    const deep = 200_000;
    const body = `{"events":[{"type":"message","a":${"[".repeat(deep)}${"]".repeat(deep)}}]}`;
    expect(parseWebhookBody(body)).toBeNull();
  });
  it.each([
    ["an unknown kind", { type: "teleport" }, { type: "teleport" }],
    ["no kind", { type: undefined }, { type: "unknown" }],
    ["a kind that is no word", { type: { a: 1 } }, { type: "unknown" }],
    ["no source", { source: undefined }, { lineUserId: null }],
    ["a source of null", { source: null }, { lineUserId: null }],
    ["another provider's id", { source: { userId: "@name" } }, { lineUserId: null }],
    ["a redelivery", { deliveryContext: { isRedelivery: true } }, { isRedelivery: true }],
    ["a time as text", { timestamp: "1790000000123" }, { occurredAt: null }],
    ["a time out of all bounds", { timestamp: 1e300 }, { occurredAt: null }],
    ["a negative time", { timestamp: -1 }, { occurredAt: null }],
  ])("keeps an event with %s", (_name, change, expected) =>
    expect(parse(event(change))?.[0]).toMatchObject(expected),
  );
  it.each(["group", "room"])("keeps of a %s that something happened: no words and nobody's id", (type) => {
    const said = event({
      source: { type, groupId: "C1", roomId: "R1", userId: user },
      replyToken: "secret-token",
      message: {
        id: "1",
        type: "text",
        text: "@窓口 山田です",
        mention: { mentionees: [{ index: 0, length: 3, userId: user }] },
      },
    });
    const joined = event({
      ...said,
      type: "memberJoined",
      joined: { members: [{ type: "user", userId: user }] },
    });
    for (const kept of parse(said, joined) ?? []) {
      expect(kept.lineUserId).toBeNull();
      expect(kept.payload).not.toMatch(new RegExp(`${user}|山田|secret-token`));
      expect(JSON.parse(kept.payload)).toMatchObject({
        source: { type },
        message: { id: "1", type: "text" },
      });
    }
    expect(parse({ ...said, webhookEventId: undefined })?.[0]?.webhookEventId).toMatch(/^sha256-/);
  });
  it("passes over what is no event and keeps its neighbours", () => {
    expect(parse(null, 7, "x", [], event())).toHaveLength(1);
  });
  it("gives an event without an id one by its content, the same each time", () => {
    const [a] = parse(event({ webhookEventId: undefined })) ?? [];
    const [b] = parse(event({ webhookEventId: "" })) ?? [];
    const [again] = parse(event({ webhookEventId: undefined })) ?? [];
    expect(a?.webhookEventId).toMatch(/^sha256-/);
    expect(again?.webhookEventId).toBe(a?.webhookEventId);
    expect(b?.webhookEventId).not.toBe(a?.webhookEventId);
  });
  it("keeps NUL and lone surrogates as escapes that a database can store", () => {
    const body = '{"events":[{"type":"message","webhookEventId":"a","message":{"text":"\\u0000\\ud83e"}}]}';
    const [kept] = parseWebhookBody(body) ?? [];
    expect(kept?.payload).toContain("\\u0000");
    expect(kept?.payload).not.toContain("\u0000");
    expect(kept?.payload.isWellFormed()).toBe(true);
  });
  it("is not fooled by prototype keys", () => {
    const [kept] = parseWebhookBody('{"events":[{"__proto__":{"type":"x"},"webhookEventId":"a"}]}') ?? [];
    expect(kept?.type).toBe("unknown");
    expect(({} as Record<string, unknown>).type).toBeUndefined();
  });
});

describe("reading a body", () => {
  const chunks = async function* (...sizes: number[]) {
    for (const size of sizes) yield new Uint8Array(size);
  };
  it("stops at 2 MB, whatever the header says", async () => {
    expect((await readBody(chunks(MAX_BODY_BYTES), null))?.length).toBe(MAX_BODY_BYTES);
    expect(await readBody(chunks(MAX_BODY_BYTES, 1), null)).toBeNull();
    expect(await readBody(chunks(MAX_BODY_BYTES, 1), "5")).toBeNull();
    expect(await readBody(chunks(1), String(MAX_BODY_BYTES + 1))).toBeNull();
    expect(await readBody(null, null)).toHaveLength(0);
  });
});
