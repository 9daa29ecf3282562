"use client";

import { useEffect } from "react";
import { useRefresh } from "@/components/ui/use-refresh";
import type { MenuPulse } from "@/lib/menus/view";

const BUSY_MS = 700;
const QUIET_MS = 10_000;
const TIMEOUT_MS = 8_000;

/** Draws the page anew when something about the menus changed: often while a job is under way. */
export function PulseWatch({ pulse }: { pulse: MenuPulse }) {
  const refresh = useRefresh();
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      try {
        const response = await fetch("/api/menu/pulse", {
          cache: "no-store",
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const now = response.ok ? ((await response.json()) as MenuPulse) : pulse;
        if (over) return;
        if (now.mark !== pulse.mark) refresh();
      } catch {
        // The frame of the page says when the server is away.
      }
      if (!over) timer = setTimeout(look, pulse.busy ? BUSY_MS : QUIET_MS);
    };
    timer = setTimeout(look, pulse.busy ? BUSY_MS : QUIET_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [pulse, refresh]);
  return null;
}
