import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_CALENDAR, type GarbageCalendar } from "./calendar";
import { addDays, collectionOn, HORIZON_DAYS, kindsOn, nextDay, nextDays, pausedOn } from "./days";
import { readRule } from "./rule";

function calendarOf(cells: Record<string, string>, more: Partial<GarbageCalendar> = {}): GarbageCalendar {
  const rules = Object.fromEntries(
    Object.entries(cells).map(([kind, cell]) => {
      const read = readRule(cell);
      if (!read.ok) throw new Error(`no rule: ${cell}`);
      return [kind, read.rule];
    }),
  );
  return {
    ...EMPTY_CALENDAR,
    kinds: Object.keys(cells).map((key) => ({ key, label: { ja: key }, onHolidays: true })),
    areas: [{ key: "a", name: "本町", group: null, also: [], center: "北", rules }],
    ...more,
  };
}

const areaOf = (calendar: GarbageCalendar) => {
  const [area] = calendar.areas;
  if (!area) throw new Error("no area");
  return area;
};

describe("next days of collection", () => {
  it.each([
    ["every week", "月 木", "2026-11-24", ["2026-11-26", "2026-11-30", "2026-12-03"]],
    ["the day itself counts", "火", "2026-11-24", ["2026-11-24", "2026-12-01", "2026-12-08"]],
    ["second and fourth", "水2 水4", "2026-11-24", ["2026-11-25", "2026-12-09", "2026-12-23"]],
    [
      "a fifth weekday, in months that have one",
      "日5",
      "2026-11-24",
      ["2026-11-29", "2027-01-31", "2027-05-30"],
    ],
    [
      "every other week, over the year's end",
      "隔火20260407",
      "2026-12-10",
      ["2026-12-15", "2026-12-29", "2027-01-12"],
    ],
    [
      "every other week, before the day it counts from",
      "隔火20260407",
      "2026-03-01",
      ["2026-03-10", "2026-03-24", "2026-04-07"],
    ],
    ["listed dates, 29 February among them", "20280229 20260301", "2026-01-01", ["2026-03-01"]],
    ["a leap day by turn", "火5", "2028-02-01", ["2028-02-29", "2028-05-30", "2028-08-29"]],
    ["only in some months", "火1:4 10", "2026-05-01", ["2026-10-06", "2027-04-06"]],
    ["every fourth week", "e4w20261102", "2026-11-03", ["2026-11-30", "2026-12-28", "2027-01-25"]],
    ["never", "-", "2026-11-24", []],
  ])("%s", (_name, cell, from, expected) => {
    const calendar = calendarOf({ k: cell });
    expect(nextDays(calendar, areaOf(calendar), ["k"], from, 3)).toEqual(expected);
  });

  it("looks no further than the horizon", () => {
    const calendar = calendarOf({ k: "20280229" });
    expect(nextDay(calendar, areaOf(calendar), ["k"], "2026-11-24")).toBeNull();
    expect(nextDay(calendar, areaOf(calendar), ["k"], addDays("2028-02-29", -HORIZON_DAYS))).toBe(
      "2028-02-29",
    );
  });

  it("leaves out days on which its center, or its kind, is suspended", () => {
    const calendar = calendarOf(
      { burn: "月 木", can: "木" },
      {
        suspensions: [
          { from: "2026-12-29", until: "2027-01-03", center: "北", kinds: null },
          { from: "2027-01-04", until: "2027-01-04", center: "南", kinds: null },
          { from: "2027-01-07", until: "2027-01-07", center: null, kinds: ["can"] },
        ],
      },
    );
    const area = areaOf(calendar);
    expect(nextDays(calendar, area, ["burn"], "2026-12-28", 3)).toEqual([
      "2026-12-28",
      "2027-01-04",
      "2027-01-07",
    ]);
    expect(nextDay(calendar, area, ["can"], "2026-12-28")).toBe("2027-01-14");
    expect(pausedOn(calendar, area, "2026-12-31")).toEqual(["burn", "can"]);
    expect(collectionOn(calendar, area, "can", "2027-01-07")).toEqual({
      collected: false,
      pause: "suspended",
    });
  });

  it("an extra day takes the place of a suspended one, in its areas only", () => {
    const extras = (areas: string[] | null) => ({
      suspensions: [{ from: "2026-12-30", until: "2027-01-03", center: null, kinds: null }],
      extras: [{ date: "2026-12-30", kinds: ["k"], areas }],
    });
    const here = calendarOf({ k: "水" }, extras(["a"]));
    const there = calendarOf({ k: "水" }, extras(["b"]));
    expect(nextDay(here, areaOf(here), ["k"], "2026-12-24")).toBe("2026-12-30");
    expect(nextDay(there, areaOf(there), ["k"], "2026-12-24")).toBe("2027-01-06");
  });

  it("a holiday takes a day that comes by turn, not one that the table names", () => {
    const calendar = calendarOf({ turn: "月", named: "20261123" });
    const quiet = { ...calendar, kinds: calendar.kinds.map((kind) => ({ ...kind, onHolidays: false })) };
    expect(kindsOn(calendar, areaOf(calendar), "2026-11-23")).toEqual(["turn", "named"]);
    expect(kindsOn(quiet, areaOf(quiet), "2026-11-23")).toEqual(["named"]);
    expect(collectionOn(quiet, areaOf(quiet), "turn", "2026-11-23").pause).toBe("holiday");
  });

  const cell = fc.oneof(
    fc.constantFrom("月 木", "水2 水4", "日5", "隔火20260407", "火1:4 10", "e4w20261102", "20261231", "-"),
  );
  it("the next day is the first of all days that are collected", () => {
    fc.assert(
      fc.property(
        cell,
        cell,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 40 }),
        (a, b, n, off) => {
          const from = addDays("2026-01-01", n);
          const calendar = calendarOf(
            { a, b },
            { suspensions: [{ from, until: addDays(from, off), center: null, kinds: ["a"] }] },
          );
          const area = areaOf(calendar);
          const all = Array.from({ length: HORIZON_DAYS + 1 }, (_, i) => addDays(from, i)).filter(
            (day) => kindsOn(calendar, area, day).length > 0,
          );
          expect(nextDay(calendar, area, ["a", "b"], from)).toBe(all[0] ?? null);
          expect(nextDays(calendar, area, ["a", "b"], from, 5)).toEqual(all.slice(0, 5));
        },
      ),
      { numRuns: 60 },
    );
  });
});
