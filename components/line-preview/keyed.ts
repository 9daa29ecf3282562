/** A message never changes once drawn, so the place of a part in its list is its identity. */
export function keyed<T>(items: readonly T[]): { key: string; item: T; index: number }[] {
  return items.map((item, index) => ({ key: String(index), item, index }));
}
