import { describe, expect, it } from "vitest";
import { readDays } from "./typed-days";

describe("days typed as exceptions", () => {
  it.each([
    ["2026-12-29", ["2026-12-29"], []],
    ["令和8年12月29日\nR8.12.30", ["2026-12-29", "2026-12-30"], []],
    ["12月31日、1月2日", ["2026-12-31", "2027-01-02"], []],
    ["１２／２９\n12/29", ["2026-12-29"], []],
    ["2026-02-30\n年末\n1/3", ["2027-01-03"], ["2026-02-30", "年末"]],
    ["", [], []],
  ])("%j", (typed, days, unread) => {
    expect(readDays(typed, "2026-11-24")).toEqual({ days, unread });
  });
});
