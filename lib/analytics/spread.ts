/** n: how many values; median and p90: the smallest value that half, nine tenths of them do not exceed. */
export type Spread = { n: number; median: number; p90: number };

/** A value and how often it came, in one number that sorts by the value: values below 2^31, times below 2^19. */
export const TIMES = 1_048_576;
export const NO_TIMES = 524_288;
const valueIn = (pair: number): number => Math.floor(pair / TIMES);
const timesIn = (pair: number): number => pair - valueIn(pair) * TIMES - NO_TIMES;

/**
 * Lists of bigint as PostgreSQL's array_send writes them, one after the other: dimensions, flags, type, then (unless
 * empty) length and first index, then each value behind its own length, 4 bytes each but the value's 8.
 */
export function readPairs(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pairs = new Float64Array(Math.floor(bytes.byteLength / 12));
  let found = 0;
  for (let at = 0; at < bytes.byteLength; ) {
    const isEmpty = view.getInt32(at) === 0;
    const end = at + (isEmpty ? 12 : 20 + view.getInt32(at + 12) * 12);
    for (at += isEmpty ? 12 : 20; at < end; at += 12)
      pairs[found++] = view.getInt32(at + 4) * 2 ** 32 + view.getUint32(at + 8);
  }
  return pairs.subarray(0, found);
}

/**
 * The middle and the 90th of a hundred of values with how often each came; what was taken back came less than never.
 * Null: of nothing. The array is sorted in place.
 */
export function spreadOf(pairs: Float64Array): Spread | null {
  pairs.sort();
  let n = 0;
  for (const pair of pairs) n += timesIn(pair);
  if (n <= 0) return null;
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
