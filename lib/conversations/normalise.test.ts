import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "./normalise";

const locate = () => ({ inside: true, areaKey: "chuo" });
const read = (raw: unknown) => normalise(raw, locate);
const event = (more: object) => ({
  webhookEventId: "01E",
  timestamp: 1_795_358_400_000,
  mode: "active",
  source: { type: "user", userId: "U1" },
  replyToken: "r",
  deliveryContext: { isRedelivery: false },
  ...more,
});
const message = (body: object) => read(event({ type: "message", message: { id: "m1", ...body } }));

describe("webhook events of unknown shape", () => {
  it.each([
    [
      { type: "text", text: "こんにちは" },
      { kind: "text", messageId: "m1", text: "こんにちは" },
    ],
    [
      { type: "text", text: "a\ud800b" },
      { kind: "text", text: "a\ufffdb" },
    ],
    [{ type: "text" }, { kind: "erased", reading: { kind: "words", isWhen: true, length: 1 } }],
    [
      {
        type: "text",
        reading: { starts: { scenarioKey: "report", shortcut: null }, isWhen: false, length: 7 },
      },
      {
        kind: "erased",
        reading: {
          starts: { scenarioKey: "report", shortcut: null },
          isWhen: false,
          isPlace: true,
          length: 7,
        },
      },
    ],
    [
      { type: "image", contentProvider: { type: "line" } },
      { kind: "image", external: false, set: null },
    ],
    [
      { type: "image", contentProvider: { type: "line" }, imageSet: { id: "s", index: 2, total: 3 } },
      { kind: "image", set: { id: "s", index: 2, total: 3 } },
    ],
    [
      { type: "image", imageSet: { id: "s" } },
      { kind: "image", set: { id: "s", index: null, total: null } },
    ],
    [
      { type: "image", contentProvider: { type: "external", originalContentUrl: "http://169.254.169.254/" } },
      { kind: "image", external: true },
    ],
    [
      { type: "location", latitude: 32.8, longitude: 130.7, address: " 熊本市\n中央区 " },
      {
        kind: "location",
        point: { lat: 32.8, lng: 130.7 },
        address: "熊本市 中央区",
        inside: true,
        areaKey: "chuo",
      },
    ],
    [
      { type: "location", latitude: 32.8, longitude: 130.7, title: "白川公園" },
      { kind: "location", address: "白川公園" },
    ],
    [
      { type: "location", latitude: 32.8, longitude: 130.7 },
      { kind: "location", address: null },
    ],
    [{ type: "location", latitude: "32.8", longitude: 130.7 }, { kind: "other" }],
    [{ type: "location", latitude: 132.8, longitude: 130.7 }, { kind: "other" }],
    [{ type: "location", latitude: { valueOf: 1, toString: 1 }, longitude: 130.7 }, { kind: "other" }],
    [{ type: "location", latitude: null, longitude: 130.7 }, { kind: "other" }],
    [{ type: "location" }, { kind: "erased", reading: { kind: "point", inside: true } }],
    [
      { type: "location", reading: { kind: "point", inside: false } },
      { kind: "erased", reading: { inside: false } },
    ],
    [
      { type: "sticker", packageId: "1" },
      { kind: "sticker", messageId: "m1" },
    ],
    [{ type: "video" }, { kind: "video" }],
    [{ type: "hologram" }, { kind: "other" }],
    [{ type: "text", id: 7 }, { kind: "other" }],
  ])("message %j", (body, expected) => expect(message(body)).toMatchObject(expected));

  it.each([
    [
      { type: "postback", postback: { data: "start=report" } },
      { kind: "postback", data: "start=report", params: {} },
    ],
    [
      {
        type: "postback",
        postback: { data: "x", params: { datetime: "2026-11-22T23:40", newRichMenuAliasId: "a" } },
      },
      { kind: "postback", params: { datetime: "2026-11-22T23:40" } },
    ],
    [{ type: "postback" }, { kind: "postback", data: "" }],
    [
      {
        type: "postback",
        postback: {
          data: "menu=normal-2",
          params: { newRichMenuAliasId: "madoguchi-normal-2", status: "SUCCESS" },
        },
      },
      { kind: "other" },
    ],
    [{ type: "follow", follow: { isUnblocked: true } }, { kind: "follow" }],
    [{ type: "unfollow" }, { kind: "unfollow" }],
    [
      { type: "unsend", unsend: { messageId: "m1" } },
      { kind: "unsend", messageId: "m1" },
    ],
    [{ type: "unsend" }, { kind: "other" }],
    [{ type: "membership", membership: { type: "joined" } }, { kind: "other" }],
    [{}, { kind: "other" }],
    [{ type: "message" }, { kind: "other" }],
  ])("event %j", (more, expected) => expect(read(event(more))).toMatchObject(expected));

  it.each([
    [
      { type: "unsend", unsend: { messageId: "m1" } },
      { kind: "unsend", messageId: "m1" },
    ],
    [{ type: "unsend" }, { kind: "other" }],
    [
      { type: "follow", follow: { isUnblocked: false } },
      { kind: "follow", standby: true },
    ],
    [{ type: "unfollow" }, { kind: "unfollow" }],
    [{ type: "message", message: { id: "m", type: "text", text: "x" } }, { kind: "other" }],
    [{ type: "message", message: { id: "m", type: "image" } }, { kind: "other" }],
    [{ type: "postback", postback: { data: "start=report" } }, { kind: "other" }],
    [
      { type: "unsend", unsend: { messageId: "m1" }, source: { type: "group", groupId: "C1" } },
      { kind: "unsend", messageId: "m1" },
    ],
    [{ type: "follow", source: { type: "group", groupId: "C1" } }, { kind: "other" }],
  ])("in standby, event %j", (more, expected) =>
    expect(read(event({ ...more, mode: "standby" }))).toEqual({
      id: "01E",
      at: 1_795_358_400_000,
      ...expected,
    }),
  );

  it.each([
    null,
    1,
    "x",
    [],
    {},
    { webhookEventId: "" },
    { webhookEventId: "1" },
    { webhookEventId: "1", timestamp: "2" },
    { webhookEventId: "1", timestamp: 1e300 },
  ])("%j has no id or time", (raw) => expect(read(raw)).toBeNull());

  it("lets prototype keys mean nothing", () => {
    const raw = JSON.parse(
      '{"webhookEventId":"1","timestamp":1,"type":"message","__proto__":{"type":"follow"},"message":{"__proto__":{"id":"m","type":"text","text":"x"},"constructor":{}}}',
    );
    expect(read(raw)).toEqual({ id: "1", at: 1, kind: "other" });
    expect(({} as Record<string, unknown>).type).toBeUndefined();
  });

  it("never throws, whatever comes", () => {
    fc.assert(
      fc.property(
        fc.object({
          withBigInt: false,
          maxDepth: 4,
          key: fc.constantFrom(
            "type",
            "message",
            "id",
            "text",
            "postback",
            "data",
            "params",
            "imageSet",
            "latitude",
            "__proto__",
            "webhookEventId",
            "timestamp",
          ),
        }),
        (raw) => {
          read(event(raw));
          read(raw);
        },
      ),
    );
  });
  it.each(["group", "room"])("a talk is for two: what is said in a %s is not answered there", (type) => {
    const source = { type, groupId: "C1", userId: "U1" };
    const words = { type: "message", message: { id: "m", type: "text", text: "市民レポート" } };
    expect(read(event({ ...words, source }))).toMatchObject({ kind: "other" });
    expect(read(event({ type: "postback", postback: { data: "x" }, source }))).toMatchObject({
      kind: "other",
    });
    // Taking words back counts wherever they stood.
    expect(read(event({ type: "unsend", unsend: { messageId: "m" }, source }))).toMatchObject({
      kind: "unsend",
    });
  });
});
