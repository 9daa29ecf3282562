import fc from "fast-check";
import { expect, it } from "vitest";
import { joinPairs, NO_TIMES, readPairs, TIMES } from "./pairs";
import { spreadOf } from "./spread";

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
  const sent = (...values: number[]) => {
    const bytes = Buffer.alloc(values.length === 0 ? 12 : 20 + values.length * 12);
    if (values.length === 0) return bytes;
    bytes.writeInt32BE(1, 0);
    bytes.writeInt32BE(values.length, 12);
    for (const [i, value] of values.entries()) {
      bytes.writeInt32BE(8, 20 + i * 12);
      bytes.writeBigInt64BE(BigInt(value), 24 + i * 12);
    }
    return bytes;
  };
  const big = 2 ** 31 - 1;
  const lists = [
    sent(7 * TIMES + 2 + NO_TIMES),
    sent(),
    sent(90 * TIMES + 1 + NO_TIMES, big * TIMES + 1 + NO_TIMES),
  ];
  expect(spreadOf(readPairs(Buffer.concat(lists)))).toEqual({ n: 4, median: 7, p90: big });
});

it("counts long lists out to the same", () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 4_500_000 }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, fc.integer({ min: 1, max: 3 })), { minLength: 2_100, maxLength: 2_400 }),
      (some) => {
        const there = some.flatMap(([one, n]) => Array.from({ length: n }, () => one));
        expect(spreadOf(pairs(some))).toEqual(plainly(there));
      },
    ),
    { numRuns: 12 },
  );
});
