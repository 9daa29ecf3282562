import fc from "fast-check";
import { expect, it } from "vitest";
import { joinPairs, NO_TIMES, readPairs, spreadOf, TIMES } from "./spread";

const pairs = (values: readonly (readonly [number, number])[]) =>
  Float64Array.from(values, ([value, n]) => value * TIMES + n + NO_TIMES);

/** What percentile_disc means, word for word. */
function plainly(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  return sorted.length === 0 ? null : { n: sorted.length, median: at(0.5), p90: at(0.9) };
}

it("finds the middle and the ninth tenth of any values, whatever came and was taken back", () => {
  const value = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.integer({ min: 1, max: 4 }))), fc.array(value), (some, gone) => {
      const there = some.flatMap(([one, n]) => Array.from({ length: n }, () => one));
      const all = [
        ...some,
        ...gone.map((one) => [one, 1] as const),
        ...gone.map((one) => [one, -1] as const),
      ];
      const half = Math.floor(all.length / 2);
      const joined = joinPairs([pairs(all.slice(0, half)), pairs(all.slice(half))]);
      expect(spreadOf(joined)).toEqual(plainly(there));
    }),
  );
});

it("reads what PostgreSQL sends", () => {
  const bytes = Buffer.alloc(17);
  bytes.writeDoubleBE(7 * TIMES + 2 + NO_TIMES, 1);
  bytes.writeDoubleBE(90 * TIMES + 1 + NO_TIMES, 9);
  expect(spreadOf(readPairs(bytes.subarray(1)))).toEqual({ n: 3, median: 7, p90: 90 });
});
