"use client";

import { useEffect, useState } from "react";
import { channelLabels } from "@/components/channel/labels";
import { TextLink } from "@/components/ui/link-button";
import { Banner } from "@/components/ui/notice";
import type { ChannelTrouble } from "@/lib/delivery/view";
import { shellLabels } from "./labels";

const POLL_MS = 15_000;
const TIMEOUT_MS = 8_000;
const KNOWN: readonly string[] = Object.keys(channelLabels.headline);

/** One look; null: no answer, and what was known stays. */
async function look(): Promise<ChannelTrouble | null> {
  try {
    const response = await fetch("/api/channel", {
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) return null;
    const { trouble } = (await response.json()) as { trouble?: unknown };
    return typeof trouble === "string" && KNOWN.includes(trouble) ? (trouble as ChannelTrouble) : null;
  } catch {
    return null;
  }
}

/** Says on every page, without a reload, that nothing goes out to LINE: what happened, what was kept, what to do. */
export function ChannelWatch({ trouble: drawn }: { trouble: ChannelTrouble }) {
  const [trouble, setTrouble] = useState(drawn);
  useEffect(() => setTrouble(drawn), [drawn]);
  useEffect(() => {
    let over = false;
    const check = async () => {
      const seen = await look();
      if (over) return;
      if (seen) setTrouble(seen);
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
      {trouble !== "ok" && (
        <Banner
          tone={trouble === "breaker" ? "warning" : "danger"}
          live={undefined}
          action={<TextLink href="/channel">{shellLabels.toChannel}</TextLink>}
        >
          <strong className="mr-2 font-bold">{channelLabels.headline[trouble]}</strong>
          <span className="font-normal">{channelLabels.why[trouble]}</span>
        </Banner>
      )}
    </div>
  );
}
