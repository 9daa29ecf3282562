import { describe, expect, test } from "vitest";
import { keepsQuickReplies, readAction, spokenText } from "./action";
import { readMessage } from "./message";

describe("readMessage", () => {
  test("a text with quick replies", () => {
    const message = readMessage({
      type: "text",
      text: "どこですか",
      quickReply: {
        items: [
          { type: "action", action: { type: "location", label: "場所" } },
          { type: "action", action: { type: "message", label: "やめる", text: "やめる" } },
        ],
      },
    });
    expect(message).toMatchObject({ type: "text", text: "どこですか" });
    expect(message.quickReplies.map((reply) => reply.action.label)).toEqual(["場所", "やめる"]);
  });

  test("an incoming place without title and address", () => {
    expect(readMessage({ type: "location", id: "1", latitude: 32.8, longitude: 130.7 })).toMatchObject({
      type: "location",
      title: "",
      lat: 32.8,
      lng: 130.7,
    });
  });

  test("a carousel gives its picture shape to every column", () => {
    const columns = [{ text: "a", thumbnailImageUrl: "https://x.example/a.png", actions: [] }];
    const message = readMessage({
      type: "template",
      altText: "t",
      template: { type: "carousel", columns, imageAspectRatio: "square" },
    });
    expect(message).toMatchObject({
      type: "carousel",
      columns: [{ imageShape: "square", imageFit: "cover" }],
    });
  });

  test("an imagemap's addresses become uri actions", () => {
    const message = readMessage({
      type: "imagemap",
      baseUrl: "https://x.example/map",
      altText: "地図",
      baseSize: { width: 1040, height: 520 },
      actions: [{ type: "uri", linkUri: "https://x.example/", area: { x: 0, y: 0, width: 10, height: 10 } }],
    });
    expect(message).toMatchObject({
      type: "imagemap",
      areas: [{ action: { type: "uri", uri: "https://x.example/" } }],
    });
  });

  test.each([
    ["nothing", null],
    ["a string", "hello"],
    ["no type", { text: "x" }],
    ["an unknown type", { type: "coupon", couponId: "1" }],
    ["a name of Object.prototype", { type: "constructor" }],
    ["a template of an unknown kind", { type: "template", altText: "alt", template: { type: "poll" } }],
    ["a flex without contents", { type: "flex", altText: "alt" }],
    ["an image without address", { type: "image" }],
    ["a location without numbers", { type: "location", latitude: "x", longitude: 1 }],
  ])("%s is unknown and does not throw", (_, value) => {
    expect(readMessage(value).type).toBe("unknown");
  });

  test("what cannot be drawn keeps its alt text", () => {
    const message = readMessage({ type: "flex", altText: "お知らせ", contents: { type: "?" } });
    expect(message).toMatchObject({ type: "unknown", name: "flex", altText: "お知らせ" });
  });
});

describe("readAction", () => {
  test("the old name of displayText", () => {
    expect(spokenText(readAction({ type: "postback", data: "d", text: "はい" }))).toBe("はい");
    expect(spokenText(readAction({ type: "postback", data: "d", displayText: "A", text: "B" }))).toBe("A");
  });
  test.each([
    [{ type: "postback", label: "x" }],
    [{ type: "datetimepicker", label: "x", data: "d", mode: "week" }],
    [{ type: "uri", label: "x" }],
    [{ type: "teleport", label: "x" }],
  ])("%j does nothing and keeps its label", (value) => {
    expect(readAction(value)).toEqual({ type: "none", label: "x" });
  });
  test("pickers keep the quick replies, answers do not", () => {
    const kept = ["camera", "cameraRoll", "location"].map((type) => readAction({ type, label: "x" }));
    expect(kept.every(keepsQuickReplies)).toBe(true);
    expect(keepsQuickReplies(readAction({ type: "datetimepicker", data: "d", mode: "date" }))).toBe(true);
    expect(keepsQuickReplies(readAction({ type: "message", text: "x" }))).toBe(false);
    expect(keepsQuickReplies(readAction({ type: "postback", data: "x" }))).toBe(false);
  });
});
