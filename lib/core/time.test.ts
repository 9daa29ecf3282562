import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clock,
  dayNumber,
  dayStart,
  fiscalYear,
  fromTokyo,
  isoDate,
  isoOfDay,
  longDate,
  parseIsoDate,
  parsePickerDateTime,
  pickerDateTime,
  toTokyo,
} from "./time";

const at = (text: string) => new Date(text);

describe("Tokyo time on any machine", () => {
  it("names each day as the calendar does, over nine thousand years", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-02"), max: new Date("9998-12-30"), noInvalidDate: true }),
        (instant) => {
          const shifted = new Date(instant.getTime() + 9 * 3_600_000);
          expect(toTokyo(instant)).toEqual({
            year: shifted.getUTCFullYear(),
            month: shifted.getUTCMonth() + 1,
            day: shifted.getUTCDate(),
            hour: shifted.getUTCHours(),
            minute: shifted.getUTCMinutes(),
            second: shifted.getUTCSeconds(),
            weekday: shifted.getUTCDay(),
          });
        },
      ),
      {
        numRuns: 2_000,
        examples: [
          [new Date(-1)],
          [new Date("2000-02-28T15:00:00Z")],
          [new Date("1900-02-28T15:00:00Z")],
          [new Date("1969-12-31T14:59:59.999Z")],
        ],
      },
    );
  });
  it("runs in a hostile zone", () => {
    expect(process.env.TZ).toBe("Asia/Kathmandu");
  });
  it.each([
    ["2026-11-22T14:40:00Z", "2026-11-22", "23:40", "令和8年11月22日(日)"],
    ["2026-11-22T15:00:00Z", "2026-11-23", "00:00", "令和8年11月23日(月)"],
    ["2019-05-01T00:00:00Z", "2019-05-01", "09:00", "令和元年5月1日(水)"],
    ["2018-12-31T14:59:59Z", "2018-12-31", "23:59", "2018年12月31日(月)"],
    ["2028-02-28T15:00:00Z", "2028-02-29", "00:00", "令和10年2月29日(火)"],
  ])("%s", (instant, date, time, long) => {
    expect([isoDate(at(instant)), clock(at(instant)), longDate(at(instant))]).toEqual([date, time, long]);
  });
  it.each([
    ["2026-03-31T14:59:59Z", 2025],
    ["2026-03-31T15:00:00Z", 2026],
  ])("fiscal year of %s", (instant, year) => expect(fiscalYear(at(instant))).toBe(year));
  it.each(["2026-02-29", "2026-13-01", "26-01-01", "", "2026-1-2", "２０２６-01-02"])(
    "refuses %j as a date",
    (text) => expect(parseIsoDate(text)).toBeNull(),
  );
  it("counts days from 1970, both ways", () => {
    expect([dayNumber("1970-01-01"), dayNumber("1969-12-31"), dayNumber("2026-02-29")]).toEqual([
      0,
      -1,
      null,
    ]);
    const longAgo = -354_000; // in the year 1000
    fc.assert(
      fc.property(fc.integer({ min: longAgo, max: 2_900_000 }), (n) => {
        const day = isoOfDay(n);
        expect(day).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(day)).toBe(n);
        expect(parseIsoDate(day)?.getTime()).toBe(n * 86_400_000 - 9 * 3_600_000);
      }),
    );
  });
  it("reads what a picker sends and writes what it takes", () => {
    expect(parsePickerDateTime("2026-11-22T23:40")?.toISOString()).toBe("2026-11-22T14:40:00.000Z");
    expect(parsePickerDateTime("2026-11-22t23:40")?.toISOString()).toBe("2026-11-22T14:40:00.000Z");
    expect(parsePickerDateTime("2026-11-22T24:00")).toBeNull();
    expect(pickerDateTime(fromTokyo({ year: 2026, month: 1, day: 2, hour: 3, minute: 4 }))).toBe(
      "2026-01-02T03:04",
    );
  });
  it("finds the start of a day", () => {
    expect(dayStart(at("2026-11-22T14:40:00Z"), -1).toISOString()).toBe("2026-11-20T15:00:00.000Z");
  });
});
