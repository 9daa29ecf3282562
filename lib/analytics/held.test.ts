import { describe, expect, it } from "vitest";
import { holdOne, sumTold } from "./held";
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
