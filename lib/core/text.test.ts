import { describe, expect, it } from "vitest";
import { cutGraphemes } from "./text";

describe("the first grapheme clusters of a text", () => {
  it.each([
    ["道路に穴", 4, "道路に穴"],
    ["道路に穴", 3, "道路…"],
    ["👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…"],
    ["e\u0301e\u0301", 1, "…"],
    ["", 5, ""],
    ["a", 0, "…"],
  ])("%j to %i", (text, max, cut) => expect(cutGraphemes(text, max)).toBe(cut));
  it("reads no further than it must: a page of the list cuts fifty texts of residents", () => {
    const long = "道路に大きな穴".repeat(1_500);
    const started = performance.now();
    for (let row = 0; row < 50; row++) cutGraphemes(long, 80);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
