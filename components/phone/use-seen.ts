"use client";
import { useEffect, useState } from "react";
import { SEEN_KEPT, type Seen } from "@/lib/sandbox-client/schema";
import { sandboxApi } from "./sandbox-api";

const EVERY_MS = 2000;
const START = { startedAt: 0, requests: 0, deliveries: 0, ledger: 0 };

/** Asks for what is new every two seconds while the panel is open and the page is looked at. */
export function useSeen(): { seen: Seen | null; failed: boolean } {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    let known: Seen | null = null;
    const ask = async () => {
      if (document.visibilityState === "visible") {
        try {
          const more = await sandboxApi.seen(known?.cursor ?? START);
          if (over) return;
          known = joined(more, known);
          setSeen(known);
          setFailed(false);
        } catch {
          if (!over) setFailed(true);
        }
      }
      if (!over) timer = setTimeout(ask, EVERY_MS);
    };
    ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, []);
  return { seen, failed };
}

function joined(more: Seen, known: Seen | null): Seen {
  // A sandbox that started anew counts from the beginning.
  if (known?.cursor.startedAt !== more.cursor.startedAt) return more;
  const join = <T>(newer: T[], older: T[]) => [...newer, ...older].slice(0, SEEN_KEPT);
  return {
    requests: join(more.requests, known.requests),
    deliveries: join(more.deliveries, known.deliveries),
    ledger: join(more.ledger, known.ledger),
    cursor: more.cursor,
  };
}
