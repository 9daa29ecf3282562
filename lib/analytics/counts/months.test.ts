import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../period";
import { wholeMonthsOf } from "./months";

describe("wholeMonthsOf", () => {
  const period = (from: string, to: string) => ({ from, to });
  const table: [string, string, "none" | [string, string], [string, string][]][] = [
    ["2026-11-02", "2026-11-29", "none", [["2026-11-02", "2026-11-29"]]],
    ["2026-11-01", "2026-11-30", ["2026-11-01", "2026-11-01"], []],
    ["2026-11-01", "2026-11-29", "none", [["2026-11-01", "2026-11-29"]]],
    [
      "2026-10-31",
      "2026-12-01",
      ["2026-11-01", "2026-11-01"],
      [
        ["2026-10-31", "2026-10-31"],
        ["2026-12-01", "2026-12-01"],
      ],
    ],
    ["2024-02-01", "2024-02-29", ["2024-02-01", "2024-02-01"], []],
    ["1900-01-01", "2026-11-28", ["1900-01-01", "2026-10-01"], [["2026-11-01", "2026-11-28"]]],
    ["2025-12-15", "2027-01-31", ["2026-01-01", "2027-01-01"], [["2025-12-15", "2025-12-31"]]],
  ];
  it.each(table)("%s to %s", (from, to, months, days) => {
    expect(wholeMonthsOf(period(from, to))).toEqual({
      months: months === "none" ? months : period(...months),
      days: days.map(([a, b]) => period(a, b)),
    });
  });
  it("is everything for no period", () => expect(wholeMonthsOf(null)).toEqual({ months: null, days: [] }));

  it("covers each day once", () => {
    fc.assert(
      fc.property(fc.nat(1_500), fc.nat(800), (start, length) => {
        const from = addDays("2023-12-20", start);
        const to = addDays(from, length);
        const { months, days } = wholeMonthsOf({ from, to });
        const seen: string[] = [];
        const walk = (a: string, b: string) => {
          for (let day = a; day <= b; day = addDays(day, 1)) seen.push(day);
        };
        for (const each of days) walk(each.from, each.to);
        if (months !== "none" && months !== null)
          walk(months.from, addDays(`${addDays(months.to, 31).slice(0, 7)}-01`, -1));
        expect(seen.length).toBe(length + 1);
        expect(new Set(seen).size).toBe(length + 1);
      }),
    );
  });
});
