import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinValues, readPacked, withChanges } from "./packed";
import { spreadOf } from "./spread";

/** What percentile_disc means, word for word. */
function plainly(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  return sorted.length === 0 ? null : { n: sorted.length, median: at(0.5), p90: at(0.9) };
}
const largest = 2 ** 31 - 1;

describe("the middle and the ninth tenth", () => {
  it("are those of any values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: largest })), (some) => {
        expect(spreadOf(Int32Array.from(some))).toEqual(plainly(some));
      }),
    );
  });
  it.each([0, 3, 3_000, largest])("are the same in long lists of values up to %d", (max) => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max }), { minLength: 2_040, maxLength: 2_300, size: "max" }),
        (some) => {
          expect(spreadOf(Int32Array.from([...some, max]))).toEqual(plainly([...some, max]));
        },
      ),
      { numRuns: 6 },
    );
  });
});

describe("lists of a city's size", () => {
  const random = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed;
  };
  it.each([
    ["minutes", 20_000, 43_200],
    ["all the same", 9_000, 1],
    ["of any size", 30_000, largest],
  ])("%s", (_, n, below) => {
    const next = random(n);
    const values = Array.from({ length: n }, () => next() % below);
    expect(spreadOf(Int32Array.from(values))).toEqual(plainly(values));
    expect(spreadOf(Int32Array.from([...values, largest]))).toEqual(plainly([...values, largest]));
  });
});

describe("packed values", () => {
  it("are read as PostgreSQL's int4send writes them, each list by itself", () => {
    const lists = [[], [7], [7, 90, largest], Array.from({ length: 5_000 }, (_, i) => i), []];
    const packed = lists.map((values) => {
      const bytes = Buffer.alloc(values.length * 4);
      for (const [i, value] of values.entries()) bytes.writeInt32BE(value, i * 4);
      return bytes.toString("base64").replace(/.{76}/g, "$&\n"); // as PostgreSQL breaks its lines
    });
    const read = readPacked(packed);
    expect(read.lists.map((list) => [...list])).toEqual(lists);
    expect([...read.all]).toEqual(lists.flat());
    expect(readPacked([])).toEqual({ all: new Int32Array(), lists: [] });
  });
  it("know what came and what was taken back since", () => {
    const changes = [
      { value: 5, n: -2 },
      { value: 6, n: 2 },
      { value: 9, n: -1 },
    ];
    expect([...withChanges(Int32Array.of(5, 5, 5, 9), changes)]).toEqual([5, 6, 6]);
    expect([...joinValues([Int32Array.of(1), Int32Array.of(), Int32Array.of(2)])]).toEqual([1, 2]);
  });
});
