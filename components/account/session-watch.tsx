"use client";

import { useCallback, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link-button";
import { Banner } from "@/components/ui/notice";
import { accountLabels } from "./labels";

type Times = { idleSeconds: number; lastSeconds: number };
type Seen = Times | "over" | null;

const WARN_SECONDS = 300;
const POLL_MS = 60_000;

async function ask(method: "GET" | "POST"): Promise<Seen> {
  try {
    const response = await fetch("/api/session", {
      method,
      cache: "no-store",
      signal: AbortSignal.timeout(8_000),
    });
    if (response.status === 401) return "over";
    return response.ok ? ((await response.json()) as Times) : null;
  } catch {
    return null; // the banner of the lost server says so
  }
}

/**
 * Says minutes before that a session is about to end, and when it has: the page stays, so that nothing typed is lost.
 * Asking does not keep the session awake; the button does.
 */
export function SessionWatch() {
  const [seen, setSeen] = useState<Seen>(null);
  const look = useCallback(async (method: "GET" | "POST") => {
    const next = await ask(method);
    if (next !== null) setSeen(next);
  }, []);
  useEffect(() => {
    const timer = setInterval(() => look("GET"), POLL_MS);
    const wake = () => document.visibilityState === "visible" && look("GET");
    document.addEventListener("visibilitychange", wake);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [look]);
  return (
    <div role="status">
      {seen === "over" && (
        <Banner
          tone="danger"
          action={
            <TextLink href="/sign-in" target="_blank">
              {accountLabels.signInAgain}
            </TextLink>
          }
        >
          {accountLabels.over}
        </Banner>
      )}
      {seen !== null && seen !== "over" && seen.lastSeconds <= WARN_SECONDS && (
        <Banner>{accountLabels.lastSoon(minutesOf(seen.lastSeconds))}</Banner>
      )}
      {seen !== null &&
        seen !== "over" &&
        seen.lastSeconds > WARN_SECONDS &&
        seen.idleSeconds <= WARN_SECONDS && (
          <Banner
            action={
              <Button size="sm" onPress={() => look("POST")}>
                {accountLabels.stay}
              </Button>
            }
          >
            {accountLabels.idleSoon(minutesOf(seen.idleSeconds))}
          </Banner>
        )}
    </div>
  );
}

const minutesOf = (seconds: number): number => Math.max(1, Math.floor(seconds / 60));
