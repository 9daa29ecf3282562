/** A value and how often it came, in one number that sorts by the value: values below 2^31, times below 2^19. */
export const TIMES = 1_048_576;
export const NO_TIMES = 524_288;
export const valueIn = (pair: number): number => Math.floor(pair / TIMES);
export const timesIn = (pair: number): number => pair - valueIn(pair) * TIMES - NO_TIMES;

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
