"use client";

import { useEffect } from "react";
import { useRefresh } from "@/components/ui/use-refresh";

/** Reads the page again every two seconds while something of it moves by itself. */
export function LivePage({ everyMs = 2_000 }: { everyMs?: number }) {
  const refresh = useRefresh();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== "hidden") refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [refresh, everyMs]);
  return null;
}
