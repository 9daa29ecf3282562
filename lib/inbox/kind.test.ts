import { describe, expect, it } from "vitest";
import { eventKind, isOwnMessage } from "./kind";

describe("what an event is", () => {
  it.each([
    ["message", '{"message":{"type":"text","text":"秘密"}}', "text"],
    ["message", '{"message":{"type":"image"}}', "image"],
    ["message", '{"message":{"type":"hologram"}}', "message"],
    ["message", '{"message":null}', "message"],
    ["message", "[]", "message"],
    ["message", "null", "message"],
    ["message", "{", "message"],
    ["postback", "{", "postback"],
    ["unsend", "{}", "unsend"],
    ["teleport", "{}", "other"],
    ["toString", "{}", "other"],
  ])("%s %s is %s", (type, payload, kind) => expect(eventKind(type, payload)).toBe(kind));
});

describe("a message of the resident's own", () => {
  it.each([
    [{ type: "message", source: { type: "user" } }, true],
    [{ type: "message", source: { type: "group" } }, false],
    [{ type: "message" }, false],
    [{ type: "postback", source: { type: "user" } }, false],
    [null, false],
    ["message", false],
  ])("%j: %s", (raw, own) => expect(isOwnMessage(raw)).toBe(own));
});
