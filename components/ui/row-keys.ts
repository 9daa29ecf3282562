/** Keys of rows that have no id of their own and change places, by place. Rows added last get new ones. Pure. */
export function filledKeys(keys: readonly number[], count: number): number[] {
  const next = Math.max(-1, ...keys) + 1;
  return Array.from({ length: count }, (_, at) => keys[at] ?? next + at - keys.length);
}

/** A list with two of its rows exchanged; as it was where one of them is not there. */
export function swapped<T>(list: readonly T[], a: number, b: number): T[] {
  const [one, other] = [list[a], list[b]];
  if (one === undefined || other === undefined) return [...list];
  return list.map((each, at) => (at === a ? other : at === b ? one : each));
}

export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, n) => n !== at);
