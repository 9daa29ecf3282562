import { expect, test } from "vitest";
import { createClock } from "../clock";
import { createBuckets, RATES } from "./buckets";

function open(scale = 1) {
  const at = { now: 0, scale };
  const buckets = createBuckets(
    createClock(() => at.now),
    () => at.scale,
  );
  const takeAll = (name: string, rate: { count: number; perMs: number }): number => {
    let taken = 0;
    while (taken < 10_000 && buckets.take(name, rate)) taken += 1;
    return taken;
  };
  return { at, buckets, takeAll };
}

test.each(Object.entries(RATES))("%s: full at first, then refilled all the time", (name, rate) => {
  const { at, takeAll } = open();
  expect(takeAll(name, rate)).toBe(rate.count);
  at.now += rate.perMs / rate.count;
  expect(takeAll(name, rate)).toBe(1);
  at.now += rate.perMs / 2;
  expect(takeAll(name, rate)).toBe(Math.floor(rate.count / 2));
  at.now += 10 * rate.perMs;
  expect(takeAll(name, rate)).toBe(rate.count);
});

test("each endpoint has its own", () => {
  const { takeAll, buckets } = open();
  takeAll("multicast", RATES.multicast);
  expect(buckets.take("push", RATES.other)).toBe(true);
});

test("198 a second are never refused, 250 are", () => {
  const refused = (perSecond: number): number => {
    const { at, buckets } = open();
    let count = 0;
    for (let n = 0; n < perSecond * 10; n += 1) {
      at.now = (n * 1000) / perSecond;
      if (!buckets.take("multicast", RATES.multicast)) count += 1;
    }
    return count;
  };
  expect(refused(198)).toBe(0);
  expect(refused(250)).toBeGreaterThan(250);
});

test("can be scaled, and switched off", () => {
  const { at, takeAll } = open(0.1);
  expect(takeAll("multicast", RATES.multicast)).toBe(20);
  at.scale = 0;
  expect(takeAll("multicast", RATES.multicast)).toBe(10_000);
});
