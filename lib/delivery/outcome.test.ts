import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineOutcome } from "@/lib/line/gateway";
import { type BatchAttempt, backoffMs, decideBatch, RETRY_KEY_LIFE_MS, splitPlaces } from "./outcome";

const answered = (status: number, message = ""): LineOutcome => ({
  kind: "answered",
  status,
  message,
  requestId: null,
  sentMessageIds: [],
});
const silent: LineOutcome = { kind: "silent", error: "ECONNRESET" };
const row: BatchAttempt = {
  attempts: 1,
  mayHaveArrived: false,
  sinceFirstAttemptMs: 0,
  size: 500,
  jitter: 0,
  quotaLeft: null,
};
const old = { ...row, sinceFirstAttemptMs: RETRY_KEY_LIFE_MS + 1 };
const doubt = { ...row, mayHaveArrived: true };
const RATE = "The API rate limit has been exceeded. Try again later.";
const MONTH = "You have reached your monthly limit.";
const BAD_ONE = "The property, to[3], in the request body is invalid (line: -, column: -)";
const BAD_TO = "The property, to, in the request body is invalid (line: -, column: -)";
const BAD_BODY = "The request body has 1 error(s)";

describe("a batch, after one attempt", () => {
  const cases: [string, LineOutcome, BatchAttempt, string, string][] = [
    ["200", answered(200), row, "accepted", "works"],
    ["409: an attempt before arrived", answered(409), doubt, "accepted", "works"],
    ["409 however late", answered(409), { ...old, mayHaveArrived: true }, "accepted", "works"],
    ["500 may have arrived", answered(500), row, "retry", "fails"],
    ["503", answered(503), row, "retry", "fails"],
    ["silence", silent, row, "retry", "fails"],
    ["no token", { kind: "silent", error: "token-ECONNREFUSED" } as const, row, "retry", "fails"],
    ["no token, key too old", { kind: "silent", error: "token-500" } as const, old, "retry", "fails"],
    ["silence, key too old", silent, old, "unknown", "fails"],
    ["500, key too old", answered(500), old, "unknown", "fails"],
    ["429 of the rate", answered(429, RATE), row, "retry", "slow"],
    ["429 of the month", answered(429, MONTH), row, "retry", "quota-spent"],
    [
      "429 in other words, numbers short",
      answered(429, "x"),
      { ...row, quotaLeft: 499 },
      "retry",
      "quota-spent",
    ],
    ["429 in other words, numbers enough", answered(429, "x"), { ...row, quotaLeft: 500 }, "retry", "slow"],
    [
      "429 after a lost answer, key too old",
      answered(429, RATE),
      { ...old, mayHaveArrived: true },
      "unknown",
      "slow",
    ],
    ["401", answered(401), row, "retry", "channel-refused"],
    ["403", answered(403), row, "retry", "channel-refused"],
    ["400 for a named recipient", answered(400, BAD_ONE), row, "split", "works"],
    ["400 for the recipients", answered(400, BAD_TO), row, "split", "works"],
    ["400 for the only recipient", answered(400, BAD_ONE), { ...row, size: 1 }, "failed", "works"],
    ["400 for a recipient after a lost answer", answered(400, BAD_ONE), doubt, "unknown", "works"],
    ["400 for the messages", answered(400, BAD_BODY), row, "failed", "content-refused"],
    [
      "400 for the messages after a lost answer",
      answered(400, BAD_BODY),
      doubt,
      "unknown",
      "content-refused",
    ],
    ["a word that only begins with to", answered(400, "token is bad"), row, "failed", "content-refused"],
    ["413", answered(413), row, "failed", "content-refused"],
    ["407 is no answer of LINE", answered(407), row, "retry", "refused"],
  ];
  it.each(cases)("%s", (_name, outcome, attempt, next, sign) => {
    const decided = decideBatch(outcome, attempt);
    expect([decided.batch.next, decided.sign]).toEqual([next, sign]);
  });

  it("backs off, spreads and stops growing", () => {
    expect([1, 2, 3].map((n) => backoffMs(n, 0))).toEqual([500, 1_000, 2_000]);
    expect(backoffMs(60, 0.999)).toBeLessThanOrEqual(120_000);
  });
});

const anyOutcome = fc.oneof(
  fc.constant(silent),
  fc
    .tuple(
      fc.constantFrom(200, 400, 401, 403, 404, 407, 409, 413, 429, 500, 502, 503),
      fc.constantFrom("", RATE, MONTH, BAD_ONE, BAD_TO, BAD_BODY),
    )
    .map(([status, message]) => answered(status, message)),
);

/**
 * The platform as it is: it takes a key once. What may surface to us of a request is its answer, another one, or none.
 * However the answers fall, nobody gets the batch twice, and nobody is called reached who was not.
 */
describe("a batch against a platform that takes a key once", () => {
  const steps = fc.array(
    fc.record({
      arrives: fc.boolean(),
      answer: fc.constantFrom("true", "lost", "500"),
      refusal: fc.option(anyOutcome, { nil: null }),
      waitsMs: fc.integer({ min: 0, max: 6 * 3_600_000 }),
      dies: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  );
  it("never twice, and accepted only when it was", () => {
    fc.assert(
      fc.property(steps, (all) => {
        let deliveries = 0;
        let acceptedAt: number | null = null;
        let now = 0;
        let first: number | null = null;
        let mayHaveArrived = false;
        for (const [n, step] of all.entries()) {
          // The claim refuses a key past its life.
          if (first !== null && now - first >= RETRY_KEY_LIFE_MS) break;
          first ??= now;
          // A definite refusal leaves nothing behind; a taken key answers 409 for 24 h from its acceptance.
          const refusal =
            step.refusal?.kind === "answered" && [400, 401, 403, 413, 429].includes(step.refusal.status)
              ? step.refusal
              : null;
          let truth: LineOutcome;
          if (acceptedAt !== null && now - acceptedAt < 24 * 3_600_000) truth = answered(409);
          else if (refusal) truth = refusal;
          else if (step.arrives) {
            deliveries += 1;
            acceptedAt = now;
            truth = answered(200);
          } else truth = answered(500);
          const seen = step.answer === "true" ? truth : step.answer === "500" ? answered(500) : silent;
          if (step.dies) {
            mayHaveArrived = true;
            now += step.waitsMs;
            continue;
          }
          const { batch } = decideBatch(seen, {
            attempts: n + 1,
            mayHaveArrived,
            sinceFirstAttemptMs: now - first,
            size: 500,
            jitter: 0.5,
            quotaLeft: null,
          });
          if (batch.next === "accepted") expect(deliveries).toBe(1);
          // New keys and open failures only for what surely nobody got.
          if (batch.next === "split" || batch.next === "failed") expect(deliveries).toBe(0);
          if (batch.next !== "retry") break;
          mayHaveArrived ||= batch.mayHaveArrived;
          now += Math.max(batch.afterMs, step.waitsMs);
        }
        expect(deliveries).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it("splits into parts that hold everybody once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.option(fc.nat(499), { nil: null }), (size, given) => {
        const index = given === null || given >= size ? null : given;
        const { refused, parts } = splitPlaces(size, index);
        const all = [...refused, ...parts.flat()].sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: size }, (_, n) => n));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(Math.ceil(size / 2));
      }),
    );
  });
});

describe("what is refused for a reason that does not go away by itself", () => {
  const refused = (status: number, message = "") =>
    decideBatch(answered(status, message), {
      attempts: 4,
      mayHaveArrived: true,
      sinceFirstAttemptMs: 0,
      size: 500,
      jitter: 0,
      quotaLeft: null,
    }).batch;
  it.each([
    ["the month is spent", refused(429, MONTH)],
    ["something stands between", refused(407)],
  ])("is not asked again at once: %s", (_, batch) => {
    expect(batch).toMatchObject({ next: "retry", mayHaveArrived: false });
    expect(batch.next === "retry" && batch.afterMs).toBeGreaterThanOrEqual(4_000);
  });
  it("was not sent where there was no token", () => {
    const { batch } = decideBatch(
      { kind: "silent", error: "token-503" },
      { attempts: 1, mayHaveArrived: false, sinceFirstAttemptMs: 0, size: 500, jitter: 0, quotaLeft: null },
    );
    expect(batch).toMatchObject({ next: "retry", mayHaveArrived: false });
  });
});
