"use client";

import { useEffect, useEffectEvent, useState } from "react";

const POLL_MS = 15_000;
const TIMEOUT_MS = 8_000;

/**
 * What the server drew, then what a route answers: every 15 s and whenever the page is looked at again. `read` makes the
 * value of an answer; null, or no answer: what was known stays.
 */
export function usePolled<T>(drawn: T, route: string, read: (answer: unknown) => T | null): T {
  const [value, setValue] = useState(drawn);
  useEffect(() => setValue(drawn), [drawn]);
  const look = useEffectEvent(async (): Promise<T | null> => {
    try {
      const response = await fetch(route, { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) });
      return response.ok ? read(await response.json()) : null;
    } catch {
      return null;
    }
  });
  useEffect(() => {
    let over = false;
    const check = async () => {
      const seen = await look();
      if (over) return;
      if (seen !== null) setValue(seen);
      clearTimeout(timer);
      timer = setTimeout(check, POLL_MS);
    };
    let timer = setTimeout(check, POLL_MS);
    const wake = () => document.visibilityState === "visible" && void check();
    document.addEventListener("visibilitychange", wake);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, []);
  return value;
}
