import { describe, expect, it } from "vitest";
import { holdOne, holdParts, sumTold } from "./held";
import type { Held, Maybe } from "./view";

describe("a number that is part of nothing else", () => {
  it.each<[number, boolean, Held]>([
    [0, false, "few"],
    [4, false, "few"],
    [5, false, 5],
    [4, true, 4],
  ])("%i, seen with the right: %s", (n, mayView, shown) => {
    expect(holdOne(n, mayView)).toBe(shown);
  });
});

describe("parts of a whole that everybody knows", () => {
  it.each<[number[], Held[]]>([
    [
      [300, 200, 61],
      [300, 200, 60],
    ],
    [
      [4, 300, 200],
      ["few", 300, "hidden"],
    ],
    [
      [0, 300],
      ["few", "hidden"],
    ],
    [
      [3, 4, 300],
      ["few", "few", 300],
    ],
  ])("%j without the right: %j", (parts, shown) => {
    expect(holdParts(parts, false)).toEqual(shown);
    expect(holdParts(parts, true)).toEqual(parts);
  });
});

describe("a sum of what was told", () => {
  it.each<[Held[], Maybe]>([
    [[], null],
    [["few", null], null],
    [[5, "few", 7], 12],
    [[0, null], 0],
  ])("of %j", (parts, sum) => {
    expect(sumTold(parts)).toBe(sum);
  });
});
