import { describe, expect, it } from "vitest";
import type { LineOutcome } from "@/lib/line/gateway";
import { backoffMs, decideMail, decidePush, decideReply, RETRY_KEY_LIFE_MS } from "./outcome";

const answered = (status: number, message = ""): LineOutcome => ({
  kind: "answered",
  status,
  message,
  requestId: null,
  sentMessageIds: [],
});
const silent: LineOutcome = { kind: "silent", error: "ECONNRESET" };
const INVALID = "Invalid reply token";

describe("a reply, after one attempt", () => {
  const cases: [string, LineOutcome, { mayHaveArrived: boolean; tokenAgeMs: number }, string][] = [
    ["200", answered(200), { mayHaveArrived: false, tokenAgeMs: 1 }, "sent"],
    [
      "200 on a second try: the first had not arrived",
      answered(200),
      { mayHaveArrived: true, tokenAgeMs: 1 },
      "sent",
    ],
    [
      "refused at the first, completed try",
      answered(400, INVALID),
      { mayHaveArrived: false, tokenAgeMs: 90_000 },
      "push",
    ],
    [
      "refused at the first try although fresh",
      answered(400, INVALID),
      { mayHaveArrived: false, tokenAgeMs: 1 },
      "push",
    ],
    [
      "used up within its minute: an earlier try arrived",
      answered(400, INVALID),
      { mayHaveArrived: true, tokenAgeMs: 59_999 },
      "sent",
    ],
    [
      "refused after its minute: nobody can know",
      answered(400, INVALID),
      { mayHaveArrived: true, tokenAgeMs: 60_000 },
      "unknown",
    ],
    [
      "body refused",
      answered(400, "The request body has 1 error(s)"),
      { mayHaveArrived: false, tokenAgeMs: 1 },
      "failed",
    ],
    ["channel refused at the first try", answered(401), { mayHaveArrived: false, tokenAgeMs: 1 }, "push"],
    ["channel refused after a lost answer", answered(401), { mayHaveArrived: true, tokenAgeMs: 1 }, "retry"],
    [
      "channel refused after a lost answer, too late",
      answered(401),
      { mayHaveArrived: true, tokenAgeMs: 60_000 },
      "unknown",
    ],
    ["rate limit at the first try", answered(429), { mayHaveArrived: false, tokenAgeMs: 1 }, "push"],
    ["500: may have arrived", answered(500), { mayHaveArrived: false, tokenAgeMs: 1 }, "retry"],
    ["lost answer, fresh", silent, { mayHaveArrived: false, tokenAgeMs: 30_000 }, "retry"],
    ["lost answer, too late", silent, { mayHaveArrived: false, tokenAgeMs: 60_000 }, "unknown"],
  ];
  it.each(cases)("%s", (_name, outcome, row, next) => {
    expect(decideReply(outcome, { attempts: row.mayHaveArrived ? 2 : 1, jitter: 0, ...row }).next).toBe(next);
  });
  it("never becomes a push once an answer was lost", () => {
    for (const status of [400, 401, 403, 404, 413, 429])
      for (const tokenAgeMs of [0, 59_999, 60_000, 3_600_000])
        for (const message of ["", INVALID])
          expect(
            decideReply(answered(status, message), {
              attempts: 2,
              mayHaveArrived: true,
              tokenAgeMs,
              jitter: 0.5,
            }).next,
          ).not.toBe("push");
  });
});

describe("a push, after one attempt", () => {
  const cases: [string, LineOutcome, { mayHaveArrived: boolean; sinceFirstAttemptMs: number }, string][] = [
    ["200", answered(200), { mayHaveArrived: false, sinceFirstAttemptMs: 0 }, "sent"],
    ["409 is success", answered(409), { mayHaveArrived: true, sinceFirstAttemptMs: 0 }, "sent"],
    ["500", answered(500), { mayHaveArrived: false, sinceFirstAttemptMs: 0 }, "retry"],
    ["lost answer", silent, { mayHaveArrived: false, sinceFirstAttemptMs: RETRY_KEY_LIFE_MS }, "retry"],
    [
      "lost answer past the key's life",
      silent,
      { mayHaveArrived: false, sinceFirstAttemptMs: RETRY_KEY_LIFE_MS + 1 },
      "unknown",
    ],
    [
      "always refused past the key's life",
      answered(401),
      { mayHaveArrived: false, sinceFirstAttemptMs: RETRY_KEY_LIFE_MS + 1 },
      "failed",
    ],
    [
      "refused",
      answered(400, "Failed to send messages"),
      { mayHaveArrived: false, sinceFirstAttemptMs: 0 },
      "failed",
    ],
  ];
  it.each(cases)("%s", (_name, outcome, row, next) => {
    expect(decidePush(outcome, { attempts: 1, jitter: 0, ...row }).next).toBe(next);
  });
  it("tells the two 429 apart", () => {
    const row = { attempts: 1, mayHaveArrived: false, sinceFirstAttemptMs: 0, jitter: 0 };
    const rate = decidePush(answered(429, "The API rate limit has been exceeded. Try again later."), row);
    const quota = decidePush(answered(429, "You have reached your monthly limit."), row);
    expect(rate).toMatchObject({ next: "retry", error: "rate-limited" });
    expect(quota).toMatchObject({ next: "retry", error: "quota-spent", afterMs: 600_000 });
  });
});

it("backs off, spreads and stops growing", () => {
  expect([1, 2, 3, 4].map((n) => backoffMs(n, 0))).toEqual([500, 1000, 2000, 4000]);
  expect(backoffMs(1, 0.999)).toBeGreaterThan(990);
  expect(backoffMs(50, 0)).toBe(150_000);
});

it("gives up on a mail after two days, at once when refused for good", () => {
  const row = { attempts: 3, sinceFirstAttemptMs: 0, jitter: 0 };
  expect(decideMail({ kind: "retry", error: "greylisted" }, row).next).toBe("retry");
  expect(
    decideMail({ kind: "retry", error: "down" }, { ...row, sinceFirstAttemptMs: 49 * 3_600_000 }).next,
  ).toBe("failed");
  expect(decideMail({ kind: "failed", error: "no-such-mailbox" }, row)).toEqual({
    next: "failed",
    error: "no-such-mailbox",
  });
});
