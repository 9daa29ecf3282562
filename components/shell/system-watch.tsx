"use client";

import { useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/notice";
import { shellLabels } from "./labels";

const POLL_MS = 20_000;
/** After a failed look the next comes sooner: two make it "away". */
const DOUBT_MS = 5_000;
const TIMEOUT_MS = 8_000;

type Seen = { workerStopped: boolean; lost: boolean };

/** One look at the health route. `null`: no answer at all. */
async function look(): Promise<{ workerStopped: boolean } | null> {
  try {
    const response = await fetch("/api/health", {
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) return null;
    const health: unknown = await response.json();
    const worker = (health as { worker?: unknown }).worker;
    const state =
      typeof worker === "object" && worker !== null ? (worker as { state?: unknown }).state : worker;
    return { workerStopped: state === "stopped" };
  } catch {
    return null;
  }
}

/**
 * Says, without a reload, that no worker is running or that the server is away. Two failed looks make it "away", so
 * that one lost packet does not alarm anybody; what the browser itself knows (offline) counts at once.
 */
export function SystemWatch({ workerStopped }: { workerStopped: boolean }) {
  const [seen, setSeen] = useState<Seen>({ workerStopped, lost: false });
  const misses = useRef(0);
  useEffect(() => {
    let over = false;
    const check = async () => {
      const health = await look();
      if (over) return;
      clearTimeout(timer);
      timer = setTimeout(check, health ? POLL_MS : DOUBT_MS);
      misses.current = health ? 0 : misses.current + 1;
      const lost = misses.current >= 2 || (!health && !navigator.onLine);
      setSeen((now) => ({ workerStopped: health ? health.workerStopped : now.workerStopped, lost }));
    };
    let timer = setTimeout(check, POLL_MS);
    const wake = () => document.visibilityState === "visible" && check();
    addEventListener("online", check);
    addEventListener("offline", check);
    document.addEventListener("visibilitychange", wake);
    return () => {
      over = true;
      clearTimeout(timer);
      removeEventListener("online", check);
      removeEventListener("offline", check);
      document.removeEventListener("visibilitychange", wake);
    };
  }, []);
  return (
    <div role="status" className="print:hidden">
      {seen.lost && (
        <Banner tone="danger" live={undefined}>
          {shellLabels.lost}
        </Banner>
      )}
      {seen.workerStopped && (
        <Banner tone="danger" live={undefined}>
          <strong className="mr-2 font-bold">{shellLabels.workerStopped}</strong>
          <span className="font-normal">{shellLabels.workerStoppedWhy}</span>
        </Banner>
      )}
    </div>
  );
}
