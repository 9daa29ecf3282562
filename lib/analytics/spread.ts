import { timesIn, valueIn } from "./pairs";

/** n: how many values; median and p90: the smallest value that half, nine tenths of them do not exceed. */
export type Spread = { n: number; median: number; p90: number };

/** Longer lists are counted out instead of sorted, unless a value is so large that the bins would be larger still. */
const LONG = 2_048;
const BINS = 4_194_304;

/**
 * The middle and the 90th of a hundred of values with how often each came; what was taken back came less than never.
 * Null: of nothing. The array may be sorted in place.
 */
export function spreadOf(pairs: Float64Array): Spread | null {
  let n = 0;
  let most = 0;
  for (const pair of pairs) {
    n += timesIn(pair);
    if (pair > most) most = pair;
  }
  if (n <= 0) return null;
  const size = valueIn(most) + 1;
  return pairs.length > LONG && size <= BINS ? countedOut(pairs, n, size) : sorted(pairs, n);
}

function countedOut(pairs: Float64Array, n: number, size: number): Spread | null {
  const bins = new Int32Array(size);
  for (const pair of pairs) {
    const value = valueIn(pair);
    bins[value] = (bins[value] ?? 0) + timesIn(pair);
  }
  let upto = 0;
  let median: number | null = null;
  for (let value = 0; value < size; value += 1) {
    const times = bins[value] ?? 0;
    if (times === 0) continue;
    upto += times;
    if (median === null && upto >= n * 0.5) median = value;
    if (median !== null && upto >= n * 0.9) return { n, median, p90: value };
  }
  return null;
}

function sorted(pairs: Float64Array, n: number): Spread | null {
  pairs.sort();
  let upto = 0;
  let median: number | null = null;
  for (let i = 0; i < pairs.length; i += 1) {
    const pair = pairs[i] ?? 0;
    const value = valueIn(pair);
    upto += timesIn(pair);
    // A value may stand here several times: it is judged when all of it is counted.
    if (i + 1 < pairs.length && valueIn(pairs[i + 1] ?? 0) === value) continue;
    if (median === null && upto >= n * 0.5) median = value;
    if (median !== null && upto >= n * 0.9) return { n, median, p90: value };
  }
  return null;
}
