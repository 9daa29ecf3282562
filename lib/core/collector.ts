/**
 * Collects what comes within `gapMs` and has it done at once: `doAll` answers for each in the order given. When it
 * fails, it fails for all that were in it.
 */
export function createCollector<T, R>(
  doAll: (items: readonly T[]) => Promise<readonly R[]>,
  gapMs: number,
): (item: T) => Promise<R> {
  type Waiting = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];

  const flush = async () => {
    const group = waiting;
    waiting = [];
    try {
      const results = await doAll(group.map(({ item }) => item));
      for (const [n, { resolve }] of group.entries()) resolve(results[n] as R);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setTimeout(flush, gapMs);
      waiting.push({ item, resolve, reject });
    });
}
