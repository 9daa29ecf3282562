/** n: how many values; median and p90: the smallest value that half, nine tenths of them do not exceed. */
export type Spread = { n: number; median: number; p90: number };

/** A value and how often it came, in one number that sorts by the value: values below 2^31, times below 2^19. */
export const TIMES = 1_048_576;
export const NO_TIMES = 524_288;

/** Numbers as PostgreSQL's float8send writes them, one after the other. */
export function readPairs(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength / 8 }, (_, i) => view.getFloat64(i * 8));
}

/**
 * The middle and the 90th of a hundred of values with how often each came; what was taken back came less than never.
 * Null: of nothing. The array is sorted in place.
 */
export function spreadOf(pairs: Float64Array): Spread | null {
  pairs.sort();
  let n = 0;
  for (const pair of pairs) n += (pair % TIMES) - NO_TIMES;
  if (n <= 0) return null;
  let upto = 0;
  let median: number | null = null;
  for (let i = 0; i < pairs.length; i += 1) {
    const pair = pairs[i] ?? 0;
    const value = Math.floor(pair / TIMES);
    upto += (pair % TIMES) - NO_TIMES;
    // A value may stand here several times: it is judged when all of it is counted.
    if (Math.floor((pairs[i + 1] ?? Number.POSITIVE_INFINITY) / TIMES) === value) continue;
    if (median === null && upto >= n * 0.5) median = value;
    if (median !== null && upto >= n * 0.9) return { n, median, p90: value };
  }
  return null;
}

/** Several lists as one. */
export function joinPairs(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
