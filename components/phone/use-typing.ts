"use client";
import { useEffect, useState } from "react";

/** Do the three dots show? Until the given instant, or until the talk says otherwise. */
export function useTyping(until: number | null): boolean {
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => setOver(until), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return until !== null && over !== until;
}
