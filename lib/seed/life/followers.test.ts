import { describe, expect, it } from "vitest";
import { addedDaysAgo, residentsBy } from "./followers";

describe("when residents added the account", () => {
  const COUNT = 190;
  const days = Array.from({ length: COUNT }, (_, index) => addedDaysAgo(index, COUNT));
  it("is in order, most of it before the demo's life, the rest all through it", () => {
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(days[0]).toBeLessThanOrEqual(900);
    expect(days.filter((day) => day > 60).length).toBe(Math.floor(COUNT * 0.75));
    for (const [from, to] of [
      [0, 15],
      [15, 30],
      [30, 45],
      [45, 60],
    ])
      expect(days.filter((day) => day >= (from ?? 0) && day < (to ?? 0)).length).toBeGreaterThan(8);
  });
  it.each([0, 3.5, 20, 59, 60, 70])("nobody writes before that (%d days ago)", (daysAgo) => {
    const n = residentsBy(daysAgo, COUNT);
    expect(days.slice(0, n).every((day) => day > daysAgo || day > 60)).toBe(true);
    expect(n).toBeGreaterThanOrEqual(Math.floor(COUNT * 0.75));
  });
});
