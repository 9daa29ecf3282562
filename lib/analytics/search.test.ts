import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, bucketsOf, lengthOf, periodAgainst, rangeOf } from "./period";
import { fittingGranularity, PRESETS, periodOf } from "./preset";
import {
  type AnalyticsSearch,
  analyticsHref,
  DEFAULT_SEARCH,
  fixedSearch,
  parseAnalyticsSearch,
  rangeOfSearch,
  TABS,
  toAnalyticsParams,
} from "./search";
import { COMPARISONS, GRANULARITIES, type Period } from "./view";

const TODAY = "2026-11-22"; // a Sunday

describe("named periods", () => {
  it.each([
    ["7d", "2026-11-16", "2026-11-22"],
    ["30d", "2026-10-24", "2026-11-22"],
    ["this-week", "2026-11-16", "2026-11-22"],
    ["this-month", "2026-11-01", "2026-11-22"],
    ["last-month", "2026-10-01", "2026-10-31"],
    ["fiscal-year", "2026-04-01", "2026-11-22"],
  ] as const)("%s", (preset, from, to) => {
    expect(periodOf(preset, TODAY)).toEqual({ from, to });
  });

  it("last month of January is December, and the fiscal year of March began in the year before", () => {
    expect(periodOf("last-month", "2027-01-15")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
    expect(periodOf("fiscal-year", "2027-03-31")).toEqual({ from: "2026-04-01", to: "2027-03-31" });
  });

  it.each([
    ["30d", "day"],
    ["90d", "week"],
    ["365d", "month"],
  ] as const)("%s is shown by %s", (preset, granularity) => {
    expect(fittingGranularity(periodOf(preset, TODAY))).toBe(granularity);
  });
});

const day = fc
  .integer({ min: 0, max: 2000 })
  .map((n) => new Date(Date.UTC(2022, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const search: fc.Arbitrary<AnalyticsSearch> = fc.record({
  tab: fc.constantFrom(...TABS),
  period: fc.oneof(fc.constantFrom(...PRESETS), fc.record({ from: day, to: day })),
  granularity: fc.option(fc.constantFrom(...GRANULARITIES)),
  comparison: fc.constantFrom(...COMPARISONS),
  tables: fc.uniqueArray(fc.constantFrom("moves", "areas", "hours", "first-look")),
});

describe("the address of a view", () => {
  it("opens the same view again", () => {
    fc.assert(
      fc.property(search, (s) => {
        expect(parseAnalyticsSearch(toAnalyticsParams(s))).toEqual(s);
      }),
    );
  });

  it("is short where nothing was chosen", () => {
    expect(analyticsHref(DEFAULT_SEARCH)).toBe("/analytics");
    expect(analyticsHref({ ...DEFAULT_SEARCH, tab: "reports", tables: ["hours"] })).toBe(
      "/analytics?tab=reports&table=hours",
    );
  });

  it("leaves out what it does not understand", () => {
    const odd = { tab: "<b>", period: ["9y"], from: "2026-02-30", to: "x", by: "hour", table: "a,<,b" };
    expect(parseAnalyticsSearch(odd)).toEqual({ ...DEFAULT_SEARCH, tables: ["a", "b"] });
  });

  it("a fixed link shows the same days tomorrow", () => {
    fc.assert(
      fc.property(search, (s) => {
        const range = rangeOfSearch(s, TODAY);
        const again = parseAnalyticsSearch(toAnalyticsParams(fixedSearch(s, range)));
        expect(rangeOfSearch(again, "2027-06-01")).toEqual(range);
      }),
    );
  });
});

describe("a compared period", () => {
  it("has its buckets beside those it is compared with: as many, and as long", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom("previous" as const, "last-year" as const),
        fc.constantFrom("day" as const, "week" as const),
        (length, ago, comparison, granularity) => {
          const to = addDays(TODAY, -ago);
          const period = { from: addDays(to, 1 - length), to };
          const { against } = rangeOf({ period, comparison, granularity }, TODAY);
          // A leap day makes one of the two a day longer.
          fc.pre(against !== null && lengthOf(against) === length);
          if (!against) return;
          const lengths = (of: Period) => bucketsOf(of, granularity, TODAY).map(lengthOf);
          expect(lengths(against)).toEqual(lengths(period));
        },
      ),
    );
  });
  it("keeps whole months whole", () => {
    const against = (from: string, to: string) => periodAgainst({ from, to }, "last-year");
    expect(against("2029-02-01", "2029-02-28")).toMatchObject({ from: "2028-02-01", to: "2028-02-29" });
    expect(against("2028-02-01", "2028-02-29")).toMatchObject({ from: "2027-02-01", to: "2027-02-28" });
    expect(against("2029-02-22", "2029-02-28")).toMatchObject({ from: "2028-02-22", to: "2028-02-28" });
    expect(against("2026-04-01", "2027-03-31")).toMatchObject({ from: "2025-04-01", to: "2026-03-31" });
  });
});
