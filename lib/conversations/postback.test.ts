import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actData, conversationIdOf, readTap, startData, VERBS } from "./postback";

const KEY = "a".repeat(40);

describe("postback data", () => {
  it("reads what it wrote, within 300 characters", () => {
    for (const verb of VERBS) {
      const data = actData("0".repeat(40), KEY, verb, KEY);
      expect(data.length).toBeLessThanOrEqual(300);
      expect(readTap(data)).toEqual({
        kind: "act",
        conversationId: "0".repeat(40),
        stepId: KEY,
        verb,
        value: KEY,
      });
    }
    expect(readTap(startData({ scenarioKey: "report", shortcut: "road" }, "01K"))).toEqual({
      kind: "start",
      target: { scenarioKey: "report", shortcut: "road" },
      again: "01K",
    });
    expect(readTap("start=report")).toEqual({
      kind: "start",
      target: { scenarioKey: "report", shortcut: null },
      again: null,
    });
  });

  it.each([
    "",
    "x",
    "t=1",
    "t=1&d=explode",
    "d=pick&v=1",
    "action=other",
    "%",
    "t=%ZZ&d=nope",
    "a".repeat(301),
  ])("%j is none of ours", (data) => expect(readTap(data)).toBeNull());

  it("makes a conversation's id from any event id", () => {
    expect(conversationIdOf("01J8ZQ6X3WQ2T7Y9K4M5N6P7R8")).toBe("01J8ZQ6X3WQ2T7Y9K4M5N6P7R8");
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (id) => {
        const made = conversationIdOf(id);
        expect(made).toMatch(/^[0-9A-Za-z_-]{1,40}$/);
        expect(conversationIdOf(id)).toBe(made);
      }),
    );
    expect(conversationIdOf("a b")).not.toBe(conversationIdOf("a c"));
  });
});
