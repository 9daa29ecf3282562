import { describe, expect, it, test } from "vitest";
import { EVERYONE, type Rule } from "@/lib/segments/rule";
import { correctedBy, isGrown } from "./corrected";

const received = (broadcastId: string): Rule => ({ op: "received", broadcastId });

test.each<[string, string | null, Rule, string | null]>([
  ["a correction", "a", received("a"), "a"],
  ["no correction, though it asks who received another", null, received("a"), null],
  ["one addressed to those of another broadcast", "a", received("b"), null],
  ["one addressed to everybody", "a", EVERYONE, null],
  ["one addressed to them and others", "a", { op: "any", rules: [received("a"), EVERYONE] }, null],
  ["one addressed to all but them", "a", { op: "not", rule: received("a") }, null],
])("corrects: %s", (_, correctsId, rule, expected) => {
  expect(correctedBy(correctsId, rule)).toBe(expected);
});

describe("a second look", () => {
  it.each([
    [null, 10, 12, false],
    [null, 10, 13, true],
    [null, null, 13, false],
    ["a", 12, 40, false],
  ])("corrects %s, approved for %s, frozen for %s: %s", (corrects, countAtApproval, recipients, expected) => {
    expect(isGrown({ corrects, countAtApproval }, recipients)).toBe(expected);
  });
});
