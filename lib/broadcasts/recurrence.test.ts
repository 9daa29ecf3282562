import { describe, expect, it } from "vitest";
import { holidayOn, holidaysOf } from "@/lib/core/holiday";
import { clock, isoDate } from "@/lib/core/time";
import { nextTimes, type Recurrence } from "./recurrence";

const base: Recurrence = {
  every: { kind: "daily" },
  time: "10:00",
  from: "2026-01-01",
  until: null,
  exceptHolidays: false,
  exceptDates: [],
};
const days = (change: Partial<Recurrence>, after: string, count = 3) =>
  nextTimes({ ...base, ...change }, new Date(after), count).map(isoDate);

describe("when it comes again", () => {
  it.each([
    ["daily over the year's end", {}, "2026-12-30T15:00:00Z", ["2026-12-31", "2027-01-01", "2027-01-02"]],
    ["daily: today's time is over", {}, "2026-11-22T01:00:00Z", ["2026-11-23", "2026-11-24", "2026-11-25"]],
    [
      "daily: today's time is to come",
      {},
      "2026-11-22T00:59:59Z",
      ["2026-11-22", "2026-11-23", "2026-11-24"],
    ],
    [
      "weekly on Monday and Friday",
      { every: { kind: "weekly", weekdays: [1, 5] } },
      "2026-11-22T00:00:00Z",
      ["2026-11-23", "2026-11-27", "2026-11-30"],
    ],
    [
      "Mondays that are no holiday",
      { every: { kind: "weekly", weekdays: [1] }, exceptHolidays: true },
      "2026-11-22T00:00:00Z",
      ["2026-11-30", "2026-12-07", "2026-12-14"],
    ],
    [
      "month-end in a leap year",
      { every: { kind: "month-end" } },
      "2028-02-01T00:00:00Z",
      ["2028-02-29", "2028-03-31", "2028-04-30"],
    ],
    [
      "month-end in another",
      { every: { kind: "month-end" } },
      "2027-02-01T00:00:00Z",
      ["2027-02-28", "2027-03-31", "2027-04-30"],
    ],
    [
      "the fifth Sunday, where there is one",
      { every: { kind: "monthly-weekday", nth: 5, weekday: 0 } },
      "2026-11-01T00:00:00Z",
      ["2026-11-29", "2027-01-31", "2027-05-30"],
    ],
    [
      "the last Friday",
      { every: { kind: "monthly-weekday", nth: -1, weekday: 5 } },
      "2026-11-01T00:00:00Z",
      ["2026-11-27", "2026-12-25", "2027-01-29"],
    ],
    [
      "except a listed date",
      { exceptDates: ["2026-12-29"] },
      "2026-12-28T00:00:00Z",
      ["2026-12-28", "2026-12-30", "2026-12-31"],
    ],
    ["until its last date", { until: "2026-11-23" }, "2026-11-22T00:00:00Z", ["2026-11-22", "2026-11-23"]],
    [
      "from its first date",
      { from: "2027-01-05" },
      "2026-11-22T00:00:00Z",
      ["2027-01-05", "2027-01-06", "2027-01-07"],
    ],
  ] as [string, Partial<Recurrence>, string, string[]][])("%s", (_, change, after, expected) => {
    expect(days(change, after)).toEqual(expected);
  });
  it("keeps Tokyo's clock just before midnight", () => {
    const [first] = nextTimes({ ...base, time: "23:59" }, new Date("2026-12-31T14:58:59Z"), 1);
    expect(first && [isoDate(first), clock(first)]).toEqual(["2026-12-31", "23:59"]);
  });
});

describe("holidays", () => {
  // 国立天文台 暦要項 and 内閣府「国民の祝日」: the movable ones.
  it.each([
    ["2026-03-20", "春分の日"],
    ["2026-05-06", "振替休日"],
    ["2026-09-21", "敬老の日"],
    ["2026-09-22", "国民の休日"],
    ["2026-09-23", "秋分の日"],
    ["2027-01-11", "成人の日"],
    ["2027-03-21", "春分の日"],
    ["2027-03-22", "振替休日"],
    ["2028-02-23", "天皇誕生日"],
    ["2029-02-12", "振替休日"],
    ["2030-07-15", "海の日"],
    ["2026-11-22", null],
  ])("%s is %s", (date, name) => expect(holidayOn(date)).toBe(name));
  it.each([2026, 2027, 2028, 2029, 2030])("%i has at least the sixteen of the law", (year) => {
    expect(new Set([...holidaysOf(year).values()].filter((n) => !n.includes("休日"))).size).toBe(16);
  });
});
