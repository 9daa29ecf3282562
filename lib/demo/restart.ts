/** A program that lived this long was healthy: its next stop counts as the first again. */
const HEALTHY_MS = 60_000;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

/** Stops in a row, counting this one. */
export const failuresAfter = (failuresBefore: number, livedMs: number): number =>
  livedMs >= HEALTHY_MS ? 1 : failuresBefore + 1;

/** Wait before the next start: 1, 2, 4 … 30 seconds. */
export const restartDelayMs = (failures: number): number =>
  Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1));
