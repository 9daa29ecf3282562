"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { type LiveEvent, parseLiveEvent } from "@/lib/reports/event";

const RETRY_MS = 10_000;

/**
 * Hears which reports are new or have changed, for as long as the component stands. After a gap it says `resync`
 * itself. Answers whether the line is open (true until the first failure, so that nothing flickers at the start).
 */
export function useLiveEvents(onEvent: (event: LiveEvent) => void): boolean {
  const [open, setOpen] = useState(true);
  const hear = useEffectEvent(onEvent);
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let broken = false;
    const connect = () => {
      source = new EventSource("/api/live");
      source.onopen = () => {
        if (broken) hear({ kind: "resync" });
        broken = false;
        setOpen(true);
      };
      source.addEventListener("report", (message) => {
        const event = parseLiveEvent(String((message as MessageEvent).data));
        if (event) hear(event);
      });
      source.onerror = () => {
        broken = true;
        setOpen(false);
        // The browser reconnects by itself after a lost line, but never after an answer that was not 200.
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, RETRY_MS);
      };
    };
    connect();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, []);
  return open;
}
