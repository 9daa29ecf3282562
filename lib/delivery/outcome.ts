import type { LineOutcome } from "@/lib/line/gateway";

/** LINE keeps a retry key 24 h from the first request; after that the same key would send again. Stop well before. */
export const RETRY_KEY_LIFE_MS = 23 * 3_600_000;

/** What becomes of a batch after one attempt. `error` is a short English word for log and label table. */
export type BatchNext =
  | { next: "accepted" }
  | { next: "retry"; afterMs: number; error: string; mayHaveArrived: boolean }
  | { next: "unknown"; error: string }
  | { next: "failed"; error: string }
  /** LINE refused one recipient: `index` is whom it named. Surely nobody got it, so the parts get keys of their own. */
  | { next: "split"; error: string; index: number | null };

/** What the answer says beyond its batch. */
export type Sign =
  | "works"
  /** 5xx or silence. */
  | "fails"
  /** Too many calls. */
  | "slow"
  /** The channel may not send: token or account. */
  | "channel-refused"
  | "quota-spent"
  /** The messages themselves: the same body fails for all. */
  | "content-refused"
  /** An answer that LINE does not give: something stands in between. */
  | "refused";

export type BatchAttempt = {
  attempts: number;
  /** Of the attempts before this one. */
  mayHaveArrived: boolean;
  sinceFirstAttemptMs: number;
  size: number;
  /** [0, 1) */
  jitter: number;
  /** What is left of the month as LINE tells it; null: unlimited, or LINE did not tell. */
  quotaLeft: number | null;
};

const RECIPIENT = /\bto(?:\[(\d+)\])?(?=[,\s]|$)/;

/** Exponential with a ceiling; `jitter` spreads it over the upper half. */
export function backoffMs(attempts: number, jitter: number): number {
  const full = Math.min(120_000, 1_000 * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.round(full * (0.5 + jitter / 2));
}

/** LINE says its texts may change: the numbers decide where they are known. */
function isQuotaSpent(message: string, row: BatchAttempt): boolean {
  return (
    message.toLowerCase().includes("monthly limit") || (row.quotaLeft !== null && row.quotaLeft < row.size)
  );
}

function decideRefusedBody(message: string, row: BatchAttempt): { batch: BatchNext; sign: Sign } {
  const recipient = RECIPIENT.exec(message);
  const error = recipient ? "recipient-refused" : "content-refused";
  const sign: Sign = recipient ? "works" : "content-refused";
  // Refused now, but an attempt before may have arrived: with another key it could arrive twice.
  if (row.mayHaveArrived) return { batch: { next: "unknown", error }, sign };
  if (!recipient || row.size === 1) return { batch: { next: "failed", error }, sign };
  const index = recipient[1] === undefined ? null : Number(recipient[1]);
  return {
    batch: { next: "split", error, index: index !== null && index < row.size ? index : null },
    sign,
  };
}

/**
 * Multicast with a retry key fixed before the first attempt: 200 and 409 are accepted, whatever may have arrived is
 * tried with the same key only, and never once the key is too old.
 */
export function decideBatch(outcome: LineOutcome, row: BatchAttempt): { batch: BatchNext; sign: Sign } {
  const tooOld = row.sinceFirstAttemptMs > RETRY_KEY_LIFE_MS;
  const lost = (error: string): { batch: BatchNext; sign: Sign } => ({
    batch: tooOld
      ? { next: "unknown", error }
      : { next: "retry", afterMs: backoffMs(row.attempts, row.jitter), error, mayHaveArrived: true },
    sign: "fails",
  });
  const later = backoffMs(row.attempts, row.jitter);
  const again = (error: string, sign: Sign, afterMs = later): { batch: BatchNext; sign: Sign } => ({
    batch:
      tooOld && row.mayHaveArrived
        ? { next: "unknown", error }
        : { next: "retry", afterMs, error, mayHaveArrived: false },
    sign,
  });

  // Without a token LINE was not asked at all.
  if (outcome.kind === "silent" && outcome.error.startsWith("token-")) return again(outcome.error, "fails");
  if (outcome.kind === "silent") return lost(`silent-${outcome.error}`);
  const { status, message } = outcome;
  if (status >= 500) return lost(`http-${status}`);
  if ((status >= 200 && status < 300) || status === 409)
    return { batch: { next: "accepted" }, sign: "works" };
  if (status === 429)
    return isQuotaSpent(message, row) ? again("quota-spent", "quota-spent") : again("rate-limited", "slow");
  // The channel is paused meanwhile: whoever resumes it need not wait once more.
  if (status === 401 || status === 403) return again("channel-refused", "channel-refused", 0);
  if (status === 400) return decideRefusedBody(message, row);
  if (status === 413 || status === 415) return decideRefusedBody("", row);
  return again(`http-${status}`, "refused");
}

/** The places of a batch that LINE refused, as parts: whom it named alone, the others in halves. */
export function splitPlaces(size: number, index: number | null): { refused: number[]; parts: number[][] } {
  const others = Array.from({ length: size }, (_, place) => place).filter((place) => place !== index);
  const half = Math.ceil(others.length / 2);
  return {
    refused: index === null ? [] : [index],
    parts: [others.slice(0, half), others.slice(half)].filter((part) => part.length > 0),
  };
}
