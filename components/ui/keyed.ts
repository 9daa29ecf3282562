/** Rows that have no id of their own, with a key by place: they are only ever changed in place, added last or removed. */
export const keyed = <T>(items: readonly T[]): { key: string; item: T; at: number }[] =>
  items.map((item, at) => ({ key: String(at), item, at }));
