/** What to do after a call to LINE failed. */
export type AfterFailure = { next: "retry"; afterMs: number } | { next: "failed" };

const MOST_TRIES = 20;
/** LINE refuses what we sent or us: a second look costs little, a twentieth helps nobody. */
const REFUSED_TRIES = 3;
const LIMITED_TRIES = 45;
const LIMITED_WAIT_MS = 100_000;

/**
 * `status` null: no answer. Everything is safe to repeat, so what may pass is tried again: about a quarter of an hour for
 * silence and 5xx, over an hour for 429 (LINE: 100 menus an hour).
 */
export function afterFailure(status: number | null, attempts: number): AfterFailure {
  if (status === 429)
    return attempts < LIMITED_TRIES ? { next: "retry", afterMs: LIMITED_WAIT_MS } : { next: "failed" };
  const isRefusal = status !== null && status >= 400 && status < 500 && status !== 408;
  const most = isRefusal ? REFUSED_TRIES : MOST_TRIES;
  if (attempts >= most) return { next: "failed" };
  return { next: "retry", afterMs: Math.min(60_000, 500 * 2 ** Math.min(attempts, 10)) };
}
