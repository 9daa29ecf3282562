import { describe, expect, it } from "vitest";
import { cutGraphemes, withoutTail } from "./text";

describe("the first grapheme clusters of a text", () => {
  it.each([
    ["道路に穴", 4, "道路に穴"],
    ["道路に穴", 3, "道路…"],
    ["👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…"],
    ["e\u0301e\u0301", 1, "…"],
    ["", 5, ""],
    ["a", 0, "…"],
  ])("%j to %i", (text, max, cut) => expect(cutGraphemes(text, max)).toBe(cut));
});

describe("a text without its tail", () => {
  it.each([
    ["https://a.example/b).", ").", "https://a.example/b"],
    ["...", ".", ""],
    ["", ".", ""],
    [`a${")".repeat(300_000)}b`, ")", `a${")".repeat(300_000)}b`],
  ])("%#", (text, tail, rest) => expect(withoutTail(text, tail)).toBe(rest));
});
