"use client";

import { useEffect, useState } from "react";
import { TextLink } from "@/components/ui/link-button";
import { Banner } from "@/components/ui/notice";
import type { MenuMode } from "@/db/enums";
import { shellLabels } from "./labels";

const POLL_MS = 15_000;
const TIMEOUT_MS = 8_000;

/** One look; null: no answer, and what was known stays. */
async function look(): Promise<MenuMode | null> {
  try {
    const response = await fetch("/api/menu/pulse", {
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) return null;
    const { live } = (await response.json()) as { live?: { mode?: unknown } };
    return live?.mode === "normal" || live?.mode === "disaster" ? live.mode : null;
  } catch {
    return null;
  }
}

/** Says on every page, without a reload, that residents have the menu for disasters: nobody should forget to turn it back. */
export function MenuWatch({ mode: drawn }: { mode: MenuMode }) {
  const [mode, setMode] = useState(drawn);
  useEffect(() => setMode(drawn), [drawn]);
  useEffect(() => {
    let over = false;
    const check = async () => {
      const seen = await look();
      if (over) return;
      if (seen) setMode(seen);
      clearTimeout(timer);
      timer = setTimeout(check, POLL_MS);
    };
    let timer = setTimeout(check, POLL_MS);
    const wake = () => document.visibilityState === "visible" && void check();
    document.addEventListener("visibilitychange", wake);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, []);
  return (
    <div role="status" className="print:hidden">
      {mode === "disaster" && (
        <Banner
          tone="danger"
          live={undefined}
          action={<TextLink href="/menu">{shellLabels.toMenu}</TextLink>}
        >
          <strong className="mr-2 font-bold">{shellLabels.disasterMenu}</strong>
          <span className="font-normal">{shellLabels.disasterMenuWhy}</span>
        </Banner>
      )}
    </div>
  );
}
