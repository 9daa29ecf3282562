"use client";
import { useEffect, useState } from "react";
import type { Seen } from "@/lib/sandbox-client/schema";
import { sandboxApi } from "./sandbox-api";

const EVERY_MS = 2000;

/** Asks every two seconds while the panel is open and the page is looked at. */
export function useSeen(residentId: string | null): { seen: Seen | null; failed: boolean } {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      if (document.visibilityState === "visible") {
        await sandboxApi.seen(residentId).then(
          (answer) => {
            if (over) return;
            setSeen(answer);
            setFailed(false);
          },
          () => !over && setFailed(true),
        );
      }
      if (!over) timer = setTimeout(ask, EVERY_MS);
    };
    ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [residentId]);
  return { seen, failed };
}
