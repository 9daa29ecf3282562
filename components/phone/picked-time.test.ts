import { describe, expect, test } from "vitest";
import { checkPicked, type PickerLimits, quickTimes, splitPicker, startOf } from "./picked-time";

const NOW = new Date("2026-11-22T14:40:00Z"); // 23:40 in Tokyo
const limits: PickerLimits = { mode: "datetime", min: "2026-11-01t00:00", max: "2026-11-22T23:40" };

describe("checkPicked", () => {
  test.each([
    ["2026-11-22", "23:40", { ok: true, params: { datetime: "2026-11-22T23:40" } }],
    ["2026-11-22", "23:41", { ok: false, reason: "late" }],
    ["2026-11-01", "00:00", { ok: true }],
    ["2026-10-31", "23:59", { ok: false, reason: "early" }],
    ["2026-11-22", "", { ok: false, reason: "missing" }],
    ["", "10:00", { ok: false, reason: "missing" }],
    ["2026-02-30", "10:00", { ok: false, reason: "invalid" }],
    ["2026-11-22", "24:00", { ok: false, reason: "invalid" }],
  ])("%s %s", (date, time, expected) => expect(checkPicked({ date, time }, limits)).toMatchObject(expected));

  test("date and time alone answer in their own form", () => {
    expect(checkPicked({ date: "2026-11-22", time: "" }, { mode: "date" })).toMatchObject({
      params: { date: "2026-11-22" },
    });
    expect(checkPicked({ date: "", time: "07:05" }, { mode: "time" })).toMatchObject({
      params: { time: "07:05" },
    });
    expect(checkPicked({ date: "", time: "05:00" }, { mode: "time", min: "06:00" })).toMatchObject({
      reason: "early",
    });
  });
});

test.each([
  ["2017-06-18t06:15", "datetime", { date: "2017-06-18", time: "06:15" }],
  ["2017-06-18", "date", { date: "2017-06-18", time: "" }],
  ["06:15", "time", { date: "", time: "06:15" }],
  ["yesterday", "datetime", { date: "", time: "" }],
  [undefined, "date", { date: "", time: "" }],
] as const)("splitPicker %s", (value, mode, expected) => expect(splitPicker(value, mode)).toEqual(expected));

describe("startOf", () => {
  test("now in Tokyo", () =>
    expect(startOf({ mode: "datetime" }, NOW)).toEqual({ date: "2026-11-22", time: "23:40" }));
  test("the action's own start", () =>
    expect(startOf({ ...limits, initial: "2026-11-20T08:00" }, NOW)).toEqual({
      date: "2026-11-20",
      time: "08:00",
    }));
  test("kept within the limits", () =>
    expect(startOf({ mode: "datetime", max: "2026-11-22T12:00" }, NOW)).toEqual({
      date: "2026-11-22",
      time: "12:00",
    }));
});

test("one-tap choices outside the limits are not offered", () => {
  expect(quickTimes(limits, NOW).map((choice) => choice.picked)).toEqual([
    { date: "2026-11-22", time: "23:40" },
    { date: "2026-11-22", time: "22:40" },
    { date: "2026-11-21", time: "21:00" },
  ]);
  expect(quickTimes({ mode: "datetime", min: "2026-11-22T23:00" }, NOW)).toHaveLength(1);
});
