/** Values as daily_values has them: int4, the high byte first, one after the other. */
export function readPacked(bytes: Uint8Array): Int32Array {
  const own = new ArrayBuffer(bytes.byteLength); // a copy begins where an Int32Array may begin
  Buffer.from(own).set(bytes);
  Buffer.from(own).swap32();
  return new Int32Array(own);
}

/** With what came since, and without what was taken back (`n` below 0). */
export function withChanges(
  values: Int32Array,
  changes: readonly { value: number; n: number }[],
): Int32Array {
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
