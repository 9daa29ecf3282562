import type { Clock } from "../clock";

/** `count` calls in `perMs`. */
export type Rate = { count: number; perMs: number };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** LINE's table of rate limits. Everything that is not named there has `other`. */
export const RATES = {
  other: { count: 2000, perMs: SECOND },
  multicast: { count: 200, perMs: SECOND },
  loading: { count: 100, perMs: SECOND },
  shortLivedToken: { count: 370, perMs: SECOND },
  richMenuList: { count: 10, perMs: SECOND },
  hourly60: { count: 60, perMs: HOUR },
  hourly100: { count: 100, perMs: HOUR },
  richMenuBatch: { count: 3, perMs: HOUR },
  webhookEndpoint: { count: 1000, perMs: MINUTE },
} as const satisfies Record<string, Rate>;

export type Buckets = {
  /** Takes one token from the bucket of this endpoint; false when it is empty. */
  take(endpoint: string, rate: Rate): boolean;
  clear(): void;
};

/** A bucket for each endpoint, full at first, refilled all the time. `scale()` 0 switches them off. */
export function createBuckets(clock: Clock, scale: () => number): Buckets {
  const buckets = new Map<string, { tokens: number; at: number; capacity: number }>();
  return {
    take(endpoint, rate) {
      const factor = scale();
      if (factor === 0) return true;
      const capacity = Math.max(1, rate.count * factor);
      const now = clock.now();
      const known = buckets.get(endpoint);
      // A changed scale starts with a full bucket.
      const bucket = known && known.capacity === capacity ? known : { tokens: capacity, at: now, capacity };
      const refill = (Math.max(0, now - bucket.at) * capacity) / rate.perMs;
      bucket.tokens = Math.min(capacity, bucket.tokens + refill);
      bucket.at = now;
      buckets.set(endpoint, bucket);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
    clear: () => buckets.clear(),
  };
}
