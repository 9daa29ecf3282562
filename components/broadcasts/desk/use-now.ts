"use client";

import { useEffect, useState } from "react";

/** The server's clock as it goes on here: once a second, from when the page was drawn. */
export function useNow(drawn: Date): Date {
  const [now, setNow] = useState(drawn);
  useEffect(() => {
    const offset = drawn.getTime() - Date.now();
    const timer = setInterval(() => setNow(new Date(Date.now() + offset)), 1_000);
    return () => clearInterval(timer);
  }, [drawn]);
  return now;
}
