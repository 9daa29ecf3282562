import { expect, it } from "vitest";
import { isLeaseOver } from "./lease";

const LEASE_MS = 20_000;
it.each([
  ["a moment later", 10, 10, false],
  ["just before its end", 19_999, 19_999, false],
  ["at its end", 20_000, 20_000, true],
  ["the machine slept: only the wall clock knows", 10, 30 * 3_600_000, true],
  ["the wall clock was set back meanwhile", 25_000, -7_200_000, true],
  ["the wall clock was set back in time", 10, -7_200_000, false],
])("%s", (_name, steady, wall, expected) => {
  const taken = { steady: 500, wall: 1_800_000_000_000 };
  const now = { steady: taken.steady + steady, wall: taken.wall + wall };
  expect(isLeaseOver(taken, now, LEASE_MS)).toBe(expected);
});
