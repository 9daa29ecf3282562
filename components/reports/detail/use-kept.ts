"use client";

import { useCallback, useEffect, useEffectEvent, useState } from "react";

/** Only fields we know, of the kind we know: what lies in the browser may be of an older version. */
function fitting<T extends object>(initial: T, raw: string | null): Partial<T> {
  try {
    const value: unknown = JSON.parse(raw ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    const known = Object.entries(value).filter(([name, kept]) => {
      const start: unknown = initial[name as keyof T];
      return Object.hasOwn(initial, name) && typeof kept === (start === null ? "string" : typeof start);
    });
    return Object.fromEntries(known) as Partial<T>;
  } catch {
    return {};
  }
}

/**
 * A form's words, kept for this tab: they outlive the back button, a reload and signing in again, and go when the form
 * was saved or the tab is closed. `key` names the person too, so that the next one at this desk starts empty; null
 * keeps them no longer than the page.
 */
export function useKept<T extends object>(key: string | null, initial: T) {
  const [form, setForm] = useState(initial);
  // After the first rendering, which must equal the server's.
  const restore = useEffectEvent((from: string | null) => {
    const kept = fitting(initial, read(from));
    if (Object.keys(kept).length > 0) setForm((now) => ({ ...now, ...kept }));
  });
  useEffect(() => restore(key), [key]);
  const change = useCallback(
    (part: Partial<T>) =>
      setForm((now) => {
        const next = { ...now, ...part };
        write(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  const clear = (empty: T) => {
    write(key, null);
    setForm(empty);
  };
  return { form, change, clear };
}

function read(key: string | null): string | null {
  try {
    return key === null ? null : sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string | null, value: string | null): void {
  if (key === null) return;
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // A browser that refuses storage only forgets drafts.
  }
}
