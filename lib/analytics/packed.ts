/** Values as daily_values has them: int4, the high byte first, one after the other; here as base64. `lists` are views of `all`. */
export function readPacked(packed: readonly string[]): { all: Int32Array; lists: Int32Array[] } {
  // At most so many bytes: PostgreSQL breaks the lines.
  const most = packed.reduce((sum, base64) => sum + Math.ceil((base64.length * 3) / 4), 0);
  const bytes = Buffer.from(new ArrayBuffer(Math.ceil(most / 4) * 4));
  let at = 0;
  const ends = packed.map((base64) => {
    at += bytes.write(base64, at, "base64");
    return at / 4;
  });
  bytes.subarray(0, at).swap32();
  const all = new Int32Array(bytes.buffer, 0, at / 4);
  return { all, lists: ends.map((end, i) => all.subarray(ends[i - 1] ?? 0, end)) };
}

export type Change = { value: number; n: number };

/** With what came since, and without what was taken back (`n` below 0). */
export function withChanges(values: Int32Array, changes: readonly Change[]): Int32Array {
  if (changes.length === 0) return values;
  const gone = new Map<number, number>();
  const more: number[] = [];
  for (const { value, n } of changes) {
    if (n < 0) gone.set(value, -n);
    for (let i = 0; i < n; i += 1) more.push(value);
  }
  const kept = values.filter((value) => {
    const left = gone.get(value) ?? 0;
    if (left > 0) gone.set(value, left - 1);
    return left <= 0;
  });
  return joinValues([kept, Int32Array.from(more)]);
}

/** Several lists as one. */
export function joinValues(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
