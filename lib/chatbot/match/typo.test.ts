import { describe, expect, it } from "vitest";
import { slips } from "./typo";

describe("slips", () => {
  it.each([
    ["てれび", "てれび", 0],
    ["てれひ", "てれび", 0.35],
    ["てるび", "てれび", 0.8],
    ["てもび", "てれび", 1],
    ["てび", "てれび", 1],
    ["ててれび", "てれび", 1],
    ["れてび", "てれび", 1],
    ["傘立", "靴立", 1.6],
  ])("%s → %s: %d", (a, b, count) => {
    expect(slips(a, b, 3)).toBeCloseTo(count);
    expect(slips(b, a, 3)).toBeCloseTo(count);
  });
  it("does not go on once there are too many", () => {
    expect(slips("れいぞうこ", "せんたくき", 2)).toBe(Number.POSITIVE_INFINITY);
    expect(slips("て", "てれびだい", 2)).toBe(Number.POSITIVE_INFINITY);
  });
});
