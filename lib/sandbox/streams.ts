/** Who watches which talk. Listeners are called at most once a turn of the event loop. */
export type Streams = {
  watch(i: number, listener: () => void): () => void;
  /** null: every watched talk. */
  changed(of: readonly number[] | null): void;
};

export function createStreams(): Streams {
  const watched = new Map<number, Set<() => void>>();
  const due = new Set<() => void>();
  const run = (): void => {
    const listeners = [...due];
    due.clear();
    for (const each of listeners) each();
  };
  return {
    watch(i, listener) {
      const listeners = watched.get(i) ?? new Set();
      listeners.add(listener);
      watched.set(i, listeners);
      return () => {
        listeners.delete(listener);
        due.delete(listener);
        if (listeners.size === 0) watched.delete(i);
      };
    },
    changed(of) {
      if (watched.size === 0) return;
      for (const i of of ?? watched.keys()) {
        for (const listener of watched.get(i) ?? []) {
          if (due.size === 0) setImmediate(run);
          due.add(listener);
        }
      }
    },
  };
}
