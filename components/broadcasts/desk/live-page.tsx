"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again every two seconds while something of it moves by itself. */
export function LivePage({ everyMs = 2_000 }: { everyMs?: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== "hidden") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
