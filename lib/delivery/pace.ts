/**
 * LINE takes 200 multicasts a second. Ours are spaced evenly by the database's clock, over all workers; one that comes
 * later than LATE_MS after its slot gives it up. So no second ever sees more than 192 × 1.02 = 196 calls begin; what is
 * left to 200 is for networks that are slow with one call and quick with the next.
 */
export const MAX_CALLS_PER_SECOND = 192;
export const LATE_MS = 20;
/** Slots are given this far ahead: long enough to bridge a round trip, short enough that an emergency waits for little. */
export const HORIZON_MS = 150;
/** A clock that was set back would else stop everything: what lies further ahead than this is not believed. */
export const DISBELIEF_MS = 5_000;
/** After a 429 the rate is half for so long. */
export const SLOW_MS = 10_000;

/** Slots as one round trip gave them, by the database's clock. */
export type Grant = { count: number; firstAtMs: number; gapMs: number };

export const slotsOf = (grant: Grant): number[] =>
  Array.from({ length: grant.count }, (_, n) => grant.firstAtMs + n * grant.gapMs);

export const isTooLate = (slotMs: number, nowMs: number): boolean => nowMs - slotMs > LATE_MS;

/**
 * How far this process's clock is ahead of the database's. Each round trip says: no further than `receivedAt − theirs`.
 * The smallest of the last ones is nearest to the truth, so that a slow answer does not make slots look early.
 */
export function createOffset(keep = 32): { learn: (theirsMs: number, receivedAtMs: number) => number } {
  const seen: number[] = [];
  return {
    learn(theirsMs, receivedAtMs) {
      seen.push(receivedAtMs - theirsMs);
      if (seen.length > keep) seen.shift();
      return Math.min(...seen);
    },
  };
}
