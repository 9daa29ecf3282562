/** When the next sign-in may be tried. Pure. A delay, never a lock: nobody can shut a colleague out for good. */

export type ThrottleKind = "account" | "address";
export type ThrottleState = { failures: number; windowStartedAt: Date; blockedUntil: Date | null };

/** A city hall is one address to us: an address is allowed more before it waits, and waits less. */
const POLICY: Record<ThrottleKind, { free: number; longestSeconds: number }> = {
  account: { free: 5, longestSeconds: 60 },
  address: { free: 30, longestSeconds: 30 },
};

/** Failures are forgotten an hour after the first of them. */
const WINDOW_MS = 3_600_000;

/** Seconds to wait after so many failures: none at first, then 1, 2, 4 … up to the longest. */
export function delaySeconds(kind: ThrottleKind, failures: number): number {
  const { free, longestSeconds } = POLICY[kind];
  return failures < free ? 0 : Math.min(longestSeconds, 2 ** Math.min(10, failures - free));
}

/**
 * Takes a try before the password is looked at, counted as failed until the sign-in succeeds: a hundred tries sent at
 * once get as few as a hundred in a row.
 */
export function takeTry(
  kind: ThrottleKind,
  state: ThrottleState | null,
  now: Date,
): { ok: true; next: ThrottleState } | { ok: false; waitSeconds: number } {
  if (state?.blockedUntil && state.blockedUntil > now) {
    return { ok: false, waitSeconds: Math.ceil((state.blockedUntil.getTime() - now.getTime()) / 1000) };
  }
  const fresh = !state || now.getTime() - state.windowStartedAt.getTime() >= WINDOW_MS;
  const failures = fresh ? 1 : state.failures + 1;
  const wait = delaySeconds(kind, failures);
  return {
    ok: true,
    next: {
      failures,
      windowStartedAt: fresh ? now : state.windowStartedAt,
      blockedUntil: wait > 0 ? new Date(now.getTime() + wait * 1000) : null,
    },
  };
}
