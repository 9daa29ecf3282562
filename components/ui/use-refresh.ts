"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";

const TIMEOUT_MS = 5_000;

const isReachable = async (): Promise<boolean> => {
  if (!navigator.onLine) return false;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return fetch("/api/health", { method: "HEAD", cache: "no-store", credentials: "omit", signal }).then(
    () => true,
    () => false,
  );
};

/**
 * Reads the page anew, if the server is there: Next goes to the address itself when the answer does not come, and the
 * browser's page for "no network" would take the place of all that is on the screen, typed words too.
 */
export function useRefresh(): () => void {
  const router = useRouter();
  return useCallback(() => {
    void isReachable().then((isThere) => {
      if (isThere) router.refresh();
    });
  }, [router]);
}
