"use client";

import { useCallback, useSyncExternalStore } from "react";

const CHANGED = "madoguchi:stored";

/**
 * A small choice kept on this browser (which columns, keys on or off). Answers `initial` while the server renders and
 * when nothing, or nothing readable, is kept.
 */
export function useStored<T>(key: string, initial: T, read: (value: unknown) => T | null) {
  const subscribe = useCallback((notify: () => void) => {
    addEventListener("storage", notify);
    addEventListener(CHANGED, notify);
    return () => {
      removeEventListener("storage", notify);
      removeEventListener(CHANGED, notify);
    };
  }, []);
  const raw = useSyncExternalStore(
    subscribe,
    () => readRaw(key),
    () => null,
  );
  const keep = useCallback(
    (value: T) => {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // A browser that refuses storage only forgets the choice.
      }
      dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [parse(raw, read) ?? initial, keep] as const;
}

function readRaw(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parse<T>(raw: string | null, read: (value: unknown) => T | null): T | null {
  if (raw === null) return null;
  try {
    return read(JSON.parse(raw));
  } catch {
    return null;
  }
}
