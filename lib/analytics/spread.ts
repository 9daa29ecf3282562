/** n: how many values; median and p90: the smallest value that half, nine tenths of them do not exceed. */
export type Spread = { n: number; median: number; p90: number };

/** The middle and the 90th of a hundred of values. Null: of nothing. The array is put partly in order, in place. */
export function spreadOf(values: Int32Array): Spread | null {
  const n = values.length;
  if (n === 0) return null;
  const [half, most] = [Math.ceil(n * 0.5) - 1, Math.ceil(n * 0.9) - 1];
  // What is above the middle lies behind it by then.
  return { n, median: select(values, half, 0), p90: select(values, most, half) };
}

/** Hoare's FIND: the value that stands at a place when all from `left` on are in order; a tenth of the time of sorting. */
function select(values: Int32Array, place: number, left: number): number {
  let right = values.length - 1;
  while (left < right) {
    const pivot = middleOf(
      values[left] as number,
      values[(left + right) >> 1] as number,
      values[right] as number,
    );
    let [i, j] = [left, right];
    while (i <= j) {
      while ((values[i] as number) < pivot) i += 1;
      while ((values[j] as number) > pivot) j -= 1;
      if (i > j) break;
      const value = values[i] as number;
      values[i] = values[j] as number;
      values[j] = value;
      i += 1;
      j -= 1;
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else break;
  }
  return values[place] as number;
}

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
