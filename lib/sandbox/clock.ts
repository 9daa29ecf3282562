/**
 * `wall` is the time people and webhooks see. `now` ages what expires (reply tokens, retry keys, access tokens, buckets,
 * the month of the quota) and can be shifted, so that a test need not wait a day.
 */
export type Clock = { wall(): number; now(): number; shiftMs: number };

export function createClock(base: () => number = Date.now): Clock {
  const clock: Clock = { wall: base, now: () => base() + clock.shiftMs, shiftMs: 0 };
  return clock;
}
