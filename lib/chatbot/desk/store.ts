/** The last few states of the books that this process worked something out of. */
const KEPT = 4;

/** Remembers by stamp what is costly to work out and follows from it alone; the oldest is forgotten. */
export function rememberByStamp<T>(): (stamp: string, make: () => Promise<T>) => Promise<T> {
  const held = new Map<string, Promise<T>>();
  return (stamp, make) => {
    const known = held.get(stamp);
    if (known) return known;
    const made = make();
    held.set(stamp, made);
    // What failed is tried again by the next one who asks.
    made.catch(() => held.delete(stamp));
    const [oldest] = held.keys();
    if (held.size > KEPT && oldest !== undefined) held.delete(oldest);
    return made;
  };
}

/** Remembers what follows from an object that is never changed, for as long as somebody holds it. */
export function rememberOf<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const held = new WeakMap<K, T>();
  return (key) => {
    const known = held.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    held.set(key, made);
    return made;
  };
}
