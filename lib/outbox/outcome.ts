import type { LineOutcome } from "@/lib/line/gateway";

/** What to do with a message after one attempt. `error` is a short English word for log and label table. */
export type Decision =
  | { next: "sent" }
  | { next: "retry"; afterMs: number; error: string; mayHaveArrived: boolean }
  /** A reply that LINE surely did not take: the same messages go out as a push. */
  | { next: "push"; error: string }
  | { next: "unknown"; error: string }
  /** What it says is over: nobody is to be told of it, and nobody has to look into it. */
  | { next: "cancelled"; error: string }
  | { next: "failed"; error: string };

/** A reply token is good for one minute after receipt (LINE: Send reply message). */
export const TOKEN_LIFE_MS = 60_000;
/** LINE keeps a retry key 24 h from the first request; after that the same key would send again. Stop well before. */
export const RETRY_KEY_LIFE_MS = 23 * 3_600_000;

const INVALID_TOKEN = "invalid reply token";

/** Exponential with a ceiling; `jitter` in [0, 1) spreads it over the upper half. */
export function backoffMs(attempts: number, jitter: number, ceilingMs = 300_000): number {
  const full = Math.min(ceilingMs, 1_000 * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.round(full * (0.5 + jitter / 2));
}

/**
 * Reply (DESIGN: no retry key exists). A refusal of a first, completed attempt is definite: push instead. After a lost
 * answer the same token is tried again: 200 means it had not arrived, "Invalid reply token" inside the token's minute
 * means it had; later nobody can know, and it is never sent again.
 */
export function decideReply(
  outcome: LineOutcome,
  row: { attempts: number; mayHaveArrived: boolean; tokenAgeMs: number; jitter: number },
): Decision {
  const fresh = row.tokenAgeMs < TOKEN_LIFE_MS;
  const soon = Math.min(2_000, backoffMs(row.attempts, row.jitter));
  if (outcome.kind === "silent" || outcome.status >= 500) {
    const error = outcome.kind === "silent" ? `silent-${outcome.error}` : `http-${outcome.status}`;
    return fresh ? { next: "retry", afterMs: soon, error, mayHaveArrived: true } : { next: "unknown", error };
  }
  if (outcome.status < 300) return { next: "sent" };
  if (row.mayHaveArrived) {
    if (outcome.status === 400 && outcome.message.toLowerCase() === INVALID_TOKEN) {
      return fresh ? { next: "sent" } : { next: "unknown", error: "token-too-old-to-tell" };
    }
    return fresh
      ? { next: "retry", afterMs: soon, error: `http-${outcome.status}`, mayHaveArrived: true }
      : { next: "unknown", error: `http-${outcome.status}` };
  }
  if (outcome.status === 400 && outcome.message.toLowerCase() !== INVALID_TOKEN) {
    return { next: "failed", error: "refused-by-line" }; // the body is wrong: a push of it would be refused too
  }
  return { next: "push", error: `http-${outcome.status}` };
}

/** Push, with a retry key fixed before the first attempt: 409 means an earlier attempt arrived. */
export function decidePush(
  outcome: LineOutcome,
  row: { attempts: number; mayHaveArrived: boolean; sinceFirstAttemptMs: number; jitter: number },
): Decision {
  const tooOld = row.sinceFirstAttemptMs > RETRY_KEY_LIFE_MS;
  const retry = (error: string, mayHaveArrived: boolean, ceilingMs?: number): Decision =>
    tooOld
      ? { next: row.mayHaveArrived || mayHaveArrived ? "unknown" : "failed", error }
      : { next: "retry", afterMs: backoffMs(row.attempts, row.jitter, ceilingMs), error, mayHaveArrived };
  if (outcome.kind === "silent") return retry(`silent-${outcome.error}`, true);
  if (outcome.status < 300 || outcome.status === 409) return { next: "sent" };
  if (outcome.status >= 500) return retry(`http-${outcome.status}`, true);
  if (outcome.status === 429) {
    // Both kinds of 429 are refusals. A spent month does not come back in seconds.
    const spent = outcome.message.toLowerCase().includes("monthly limit");
    return spent
      ? { next: "retry", afterMs: 600_000, error: "quota-spent", mayHaveArrived: false }
      : retry("rate-limited", false);
  }
  if (outcome.status === 401 || outcome.status === 403) return retry("channel-refused", false);
  return { next: "failed", error: outcome.status === 400 ? "refused-by-line" : `http-${outcome.status}` };
}

export type MailOutcome =
  | { kind: "sent" }
  | { kind: "retry"; error: string }
  | { kind: "failed"; error: string };

/** Mail: tried for two days (RFC 5321 §4.5.4.1 asks for 4-5; staff see the failure and have the case itself). */
export function decideMail(
  outcome: MailOutcome,
  row: { attempts: number; sinceFirstAttemptMs: number; jitter: number },
): Decision {
  if (outcome.kind === "sent") return { next: "sent" };
  if (outcome.kind === "failed") return { next: "failed", error: outcome.error };
  if (row.sinceFirstAttemptMs > 48 * 3_600_000) return { next: "failed", error: outcome.error };
  return {
    next: "retry",
    afterMs: backoffMs(row.attempts + 2, row.jitter, 1_800_000),
    error: outcome.error,
    mayHaveArrived: false,
  };
}
