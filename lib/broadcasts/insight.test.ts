import { describe, expect, it } from "vitest";
import { insightPeriod, nightAfter, readInsight, retryInsightAt } from "./insight";

const at = (text: string) => new Date(text);
/** 23:30 on 22 November in Tokyo. */
const SENT = at("2026-11-22T14:30:00Z");
const sent = { firstAt: SENT, lastAt: SENT };

describe("which days LINE is asked about", () => {
  it.each([
    ["the same evening", "2026-11-22T14:59:00Z", null],
    ["a minute after midnight in Tokyo", "2026-11-22T15:01:00Z", ["2026-11-22", "2026-11-22", false]],
    ["two nights later", "2026-11-24T18:00:00Z", ["2026-11-22", "2026-11-24", false]],
    ["13 days counted", "2026-12-05T18:00:00Z", ["2026-11-22", "2026-12-05", false]],
    [
      "14 days counted: nothing changes after that",
      "2026-12-06T18:00:00Z",
      ["2026-11-22", "2026-12-06", true],
    ],
    [
      "weeks later: never further than LINE counts",
      "2026-12-30T18:00:00Z",
      ["2026-11-22", "2026-12-06", true],
    ],
  ])("%s", (_, now, expected) => {
    const period = insightPeriod(sent, at(now));
    expect(period && [period.from, period.to, period.isLast]).toEqual(expected);
  });

  it("one that went out over days counts from its end on, and never asks for more than 31 days at once", () => {
    const slow = { firstAt: SENT, lastAt: at("2026-12-02T03:00:00Z") };
    expect(insightPeriod(slow, at("2026-12-14T18:00:00Z"))?.isLast).toBe(false);
    expect(insightPeriod(slow, at("2026-12-17T18:00:00Z"))).toEqual({
      from: "2026-11-22",
      to: "2026-12-16",
      isLast: true,
    });
    const never = { firstAt: SENT, lastAt: at("2027-02-01T03:00:00Z") };
    expect(insightPeriod(never, at("2027-02-01T03:00:00Z"))).toEqual({
      from: "2026-11-22",
      to: "2026-12-22",
      isLast: true,
    });
  });
});

describe("when LINE is asked", () => {
  it.each([
    ["2026-11-22T14:30:00Z", "2026-11-22T18:00:00Z"],
    ["2026-11-22T15:00:00Z", "2026-11-23T18:00:00Z"],
    ["2026-12-31T14:59:59Z", "2026-12-31T18:00:00Z"],
  ])("after %s: at 3:00 in Tokyo", (now, night) => expect(nightAfter(at(now))).toEqual(at(night)));

  it("again after a failure, later and later, until there is no hope", () => {
    const now = at("2026-11-23T18:00:00Z");
    const waits = [1, 2, 3, 4, 9].map((n) => Number(retryInsightAt(n, sent, now)) - now.getTime());
    expect(waits.map((ms) => ms / 3_600_000)).toEqual([1, 2, 4, 6, 6]);
    expect(retryInsightAt(1, sent, at("2026-12-12T15:00:00Z"))).not.toBeNull();
    expect(retryInsightAt(1, sent, at("2026-12-12T15:00:01Z"))).toBeNull();
  });
});

it("reads what LINE told, nulls and all", () => {
  expect(readInsight({ overview: { uniqueImpression: 40, uniqueClick: null } })).toEqual({
    impressions: 40,
    clicks: null,
  });
  expect(readInsight({ overview: {} })).toEqual({ impressions: null, clicks: null });
  expect(readInsight(null)).toBeNull();
});
