"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useLiveEvents } from "@/components/reports/use-live-events";
import { useRefresh } from "@/components/ui/use-refresh";
import { unaskedCookie } from "@/lib/auth/unasked";

/** A burst of reports reads the page again once. */
const CALM_MS = 400;
/** What has no line of its own (broadcasts, questions, failures) is asked for this often, while somebody looks. */
const EVERY_MS = 20_000;

/** Reads the page again without anybody's doing; what is on the screen stays where it is. */
function useQuietRefresh(): () => void {
  const refresh = useRefresh();
  return () => {
    Reflect.set(document, "cookie", unaskedCookie); // the page looking by itself must not keep this session awake
    refresh();
  };
}

function ReportsLine() {
  const refresh = useQuietRefresh();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLiveEvents(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(refresh, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return null;
}

/** Keeps 今日 true: reports at once, the rest within some seconds; at once, too, when somebody comes back to the page. */
export function TodayLive({ hearsReports }: { hearsReports: boolean }) {
  const refresh = useQuietRefresh();
  const look = useEffectEvent(() => {
    if (document.visibilityState === "visible") refresh();
  });
  useEffect(() => {
    const timer = setInterval(() => look(), EVERY_MS);
    const back = () => look();
    document.addEventListener("visibilitychange", back);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", back);
    };
  }, []);
  return hearsReports ? <ReportsLine /> : null;
}
