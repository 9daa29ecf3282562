import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLateness } from "./lateness";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("tells how long nothing was seen, and rests when nobody calls", () => {
  let now = 0;
  const lateness = createLateness(() => now);
  const pass = (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(ms);
  };
  expect(lateness.heldUpMs()).toBe(0);
  pass(10);
  expect(lateness.heldUpMs()).toBe(0);
  // The process stood still: the clock went on, no beat came.
  now += 100;
  expect(lateness.heldUpMs()).toBe(100);
  // The late beat runs before the calls that waited.
  vi.advanceTimersByTime(5);
  expect(lateness.heldUpMs()).toBe(100);
  pass(5);
  expect(lateness.heldUpMs()).toBe(0);
  expect(vi.getTimerCount()).toBe(1);
  pass(2_010);
  expect(vi.getTimerCount()).toBe(0);
  now += 60_000;
  expect(lateness.heldUpMs()).toBe(0);
  lateness.stop();
  expect(vi.getTimerCount()).toBe(0);
});
