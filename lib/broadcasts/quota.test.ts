import { describe, expect, it } from "vitest";
import { forecastAgain, forecastQuota, isQuotaOld, nextMonth, parseQuota } from "./quota";

const NOW = new Date("2026-11-22T03:00:00Z");
const asOf = new Date("2026-11-22T02:30:00Z");
const limited = (limit: number, used: number, fetchedAt = asOf) =>
  ({ type: "limited", limit, used, fetchedAt: fetchedAt.toISOString() }) as const;
const wanted = { count: 500, promised: 200, due: null, now: NOW };

describe("what the month's quota says", () => {
  it.each([
    ["never fetched", null, {}, { kind: "unknown" }],
    [
      "地方公共団体プラン",
      { type: "none", used: 5, fetchedAt: asOf.toISOString() } as const,
      {},
      { kind: "unlimited", asOf },
    ],
    ["enough", limited(1_000, 100), {}, { kind: "enough", left: 700, after: 200, asOf }],
    ["just enough", limited(1_000, 300), {}, { kind: "enough", left: 500, after: 0, asOf }],
    ["one too few", limited(1_000, 301), {}, { kind: "short", left: 499, short: 1, asOf }],
    ["short", limited(1_000, 600), {}, { kind: "short", left: 200, short: 300, asOf }],
    ["more used than there is", limited(100, 600), {}, { kind: "short", left: 0, short: 500, asOf }],
    ["nobody to send to", limited(0, 0), { count: 0 }, { kind: "enough", left: 0, after: 0, asOf }],
    [
      "next month in Tokyo, still this one in London",
      limited(100, 100),
      { due: new Date("2026-11-30T15:00:00Z") },
      { kind: "other-month" },
    ],
    [
      "the last second of this month in Tokyo",
      limited(100, 100),
      { due: new Date("2026-11-30T14:59:59Z") },
      { kind: "short", left: 0, short: 500, asOf },
    ],
    [
      "figures of a month that is over",
      limited(100, 100, new Date("2026-10-31T14:59:00Z")),
      {},
      { kind: "unknown" },
    ],
  ])("%s", (_, known, change, forecast) =>
    expect(forecastQuota(known, { ...wanted, ...change })).toEqual(forecast),
  );

  it("says it again for another number while somebody chooses", () => {
    const forecast = forecastQuota(limited(1_000, 100), wanted);
    expect(forecastAgain(forecast, 701)).toEqual({ kind: "short", left: 700, short: 1, asOf });
    expect(forecastAgain(forecastAgain(forecast, 701), 700)).toEqual({
      kind: "enough",
      left: 700,
      after: 0,
      asOf,
    });
    expect(forecastAgain({ kind: "unknown" }, 5)).toEqual({ kind: "unknown" });
  });
  it("the month ends in Tokyo, at the year's end too", () => {
    expect(nextMonth(new Date("2026-12-31T14:59:59Z"))).toEqual(new Date("2026-12-31T15:00:00Z"));
    expect(nextMonth(new Date("2026-12-31T15:00:00Z"))).toEqual(new Date("2027-01-31T15:00:00Z"));
  });

  it("what is not a quota counts as not known", () => {
    for (const value of [null, {}, { type: "limited", value: 5 }, { type: "other" }])
      expect(parseQuota(value)).toBeNull();
  });
});

describe("when LINE is asked again", () => {
  const facts = { now: NOW, lastFinishedAt: null, isWaitedFor: false };
  const at = (minutesAgo: number) => limited(1, 0, new Date(NOW.getTime() - minutesAgo * 60_000));
  it.each([
    ["never asked", null, facts, true],
    ["half an hour ago", at(30), facts, false],
    ["an hour ago", at(60), facts, true],
    ["from the future: a clock was set back", at(-5), facts, true],
    ["a broadcast ended since", at(30), { ...facts, lastFinishedAt: new Date(NOW.getTime() - 60_000) }, true],
    ["one ended before", at(30), { ...facts, lastFinishedAt: new Date(NOW.getTime() - 3_600_000) }, false],
    ["one waits for a top-up", at(1), { ...facts, isWaitedFor: true }, true],
    ["one waits, asked a moment ago", at(0.5), { ...facts, isWaitedFor: true }, false],
    ["another month", at(20), { ...facts, now: new Date("2026-11-30T15:01:00Z") }, true],
  ])("%s", (_, known, given, old) => expect(isQuotaOld(known, given)).toBe(old));
});
