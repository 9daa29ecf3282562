import { expect, it } from "vitest";
import { EMPTY_CALENDAR } from "../calendar";
import { areaOf } from "../testing/books";
import { foldCenter, withOneSpelling } from "./centers";

it.each([
  ["東部ｸﾘｰﾝｾﾝﾀｰ", "東部クリーンセンター", true],
  ["北センタ－", "北センター", true],
  ["北センタ—", "北センター", true],
  ["北 センター", "北　センター", true],
  ["ＡＢＣセンター", "abcセンター", true],
  ["1-1", "11", false],
  ["1−1", "1-1", true],
  ["北センター", "南センター", false],
  ["★", "☆", false],
])("%s and %s are one center: %s", (a, b, same) => {
  expect(foldCenter(a) === foldCenter(b)).toBe(same);
});

it("writes a center as most of its areas do, in areas and suspensions; unknown ones stay", () => {
  const centers = ["東部ｾﾝﾀｰ", "東部センター", "東部センター", "北", null];
  const off = { from: "2026-12-31", until: "2027-01-03", kinds: null };
  const calendar = withOneSpelling({
    ...EMPTY_CALENDAR,
    areas: centers.map((center, i) => areaOf(`a${i}`, {}, { center })),
    suspensions: ["東部センタ－", "西", null].map((center) => ({ ...off, center })),
  });
  expect(calendar.areas.map((area) => area.center)).toEqual([
    "東部センター",
    "東部センター",
    "東部センター",
    "北",
    null,
  ]);
  expect(calendar.suspensions.map((one) => one.center)).toEqual(["東部センター", "西", null]);
});
