import type { Clock } from "../clock";
import type { Ledger, LedgerRow } from "./ledger";

/** How long LINE remembers an accepted key. After that the same key is a new request. */
const RETRY_KEY_MS = 24 * 3_600_000;

export type RetryKeys = { findAccepted(key: string): LedgerRow | null };

export function createRetryKeys(ledger: Ledger, clock: Clock): RetryKeys {
  const accepted = new Map<string, LedgerRow>();
  ledger.subscribe((row) => {
    if (row.retryKey !== null) accepted.set(row.retryKey.toLowerCase(), row);
  });
  return {
    findAccepted(key) {
      const row = accepted.get(key.toLowerCase());
      return row && clock.now() - row.now < RETRY_KEY_MS ? row : null;
    },
  };
}
