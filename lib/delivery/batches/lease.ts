/**
 * A moment by the clocks of this process: one never goes back, but stands still with a machine that sleeps; the other
 * goes on, but may be set by anybody. The database's clock is neither.
 */
export type Moment = { steady: number; wall: number };

/**
 * Counted from before the batch was asked for, so that it ends here first: it may be another's by now, and its broadcast
 * may have been stopped. One of both clocks is enough; who is wrong gives back what nobody was called for.
 */
export const isLeaseOver = (taken: Moment, now: Moment, leaseMs: number): boolean =>
  now.steady - taken.steady >= leaseMs || now.wall - taken.wall >= leaseMs;
