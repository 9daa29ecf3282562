/** n: how many values; median and p90: the smallest value that half, nine tenths of them do not exceed. */
export type Spread = { n: number; median: number; p90: number };

/** Longer lists are counted out instead of sorted, unless a value is so large that the bins would be larger still. */
const LONG = 2_048;
const BINS = 4_194_304;

/** The middle and the 90th of a hundred of values from 0. Null: of nothing. The array may be sorted in place. */
export function spreadOf(values: Int32Array): Spread | null {
  const n = values.length;
  if (n === 0) return null;
  const places: [number, number] = [Math.ceil(n * 0.5), Math.ceil(n * 0.9)];
  const [median, p90] = n > LONG ? countedOut(values, places) : sorted(values, places);
  return { n, median, p90 };
}

function sorted(values: Int32Array, [half, most]: [number, number]): [number, number] {
  values.sort();
  return [values[half - 1] ?? 0, values[most - 1] ?? 0];
}

function countedOut(values: Int32Array, places: [number, number]): [number, number] {
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  if (largest >= BINS) return sorted(values, places);
  const bins = new Int32Array(largest + 1);
  for (const value of values) bins[value] = (bins[value] ?? 0) + 1;
  let upto = 0;
  let median: number | null = null;
  for (let value = 0; value <= largest; value += 1) {
    upto += bins[value] ?? 0;
    if (median === null && upto >= places[0]) median = value;
    if (upto >= places[1]) return [median ?? value, value];
  }
  return [largest, largest];
}
