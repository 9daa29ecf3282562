import { describe, expect, it } from "vitest";
import { formatReportNumber, numberYear, parseReportNumber } from "./number";

describe("report numbers", () => {
  it.each([
    ["2026-03-31T14:59:59.999Z", 1, "R7-000001"],
    ["2026-03-31T15:00:00Z", 1, "R8-000001"],
    ["2019-04-01T00:00:00+09:00", 12, "R1-000012"],
    ["2019-03-31T23:59:59+09:00", 12, "2018-000012"],
    ["2028-04-01T00:00:00+09:00", 1234567, "R10-1234567"],
  ])("received %s, no. %i", (at, running, number) => {
    expect(formatReportNumber(numberYear(new Date(at)), running)).toBe(number);
    expect(parseReportNumber(number)).toBe(number);
  });

  it.each([
    ["R8-000123", "R8-000123"],
    ["r8-123", "R8-000123"],
    [" Ｒ８－０００１２３ ", "R8-000123"],
    ["R8ー123", "R8-000123"],
    ["令和8-123", "R8-000123"],
    ["令和元-7", "R1-000007"],
    ["R8 123", "R8-000123"],
    ["R8–123", "R8-000123"],
    ["R8000123", null],
    ["R8-0", null],
    ["R8-", null],
    ["123", null],
    ["R8-123; drop table", null],
    ["", null],
    ["R8-１２３\u202e", null],
  ])("reads %j", (typed, number) => expect(parseReportNumber(typed)).toBe(number));
});
