/**
 * Stops a channel that does not answer from being called two hundred times a second. `openUntil` null: closed. While it is open
 * one call goes out every 10 s; the first that is answered closes it.
 */
export type Breaker = { failures: number; failingSince: Date | null; openUntil: Date | null };

export const PROBE_MS = 10_000;
const MANY = 10;
const LONG_MS = 20_000;

export const CLOSED: Breaker = { failures: 0, failingSince: null, openUntil: null };

/** Ten failures in a row, or nothing but failures for 20 s: either way it is open within 30 s. */
export function afterFailure(breaker: Breaker, now: Date): Breaker {
  const failures = breaker.failures + 1;
  const failingSince = breaker.failingSince ?? now;
  const isLong = failures > 1 && now.getTime() - failingSince.getTime() >= LONG_MS;
  if (breaker.openUntil !== null) return { ...breaker, failures, failingSince };
  const opens = failures >= MANY || isLong;
  return { failures, failingSince, openUntil: opens ? new Date(now.getTime() + PROBE_MS) : null };
}

/** How many batches may be begun now, and the breaker after that. */
export function allow(breaker: Breaker, wanted: number, now: Date): { allowed: number; breaker: Breaker } {
  if (breaker.openUntil === null) return { allowed: wanted, breaker };
  const wait = breaker.openUntil.getTime() - now.getTime();
  // Further ahead than any probe: the clock was set back.
  if (wanted === 0 || (wait > 0 && wait <= PROBE_MS)) return { allowed: 0, breaker };
  return { allowed: 1, breaker: { ...breaker, openUntil: new Date(now.getTime() + PROBE_MS) } };
}
