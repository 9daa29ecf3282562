"use client";

import { useRouter } from "next/navigation";
import { startTransition, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useLiveEvents } from "@/components/reports/use-live-events";
import type { ReportPage } from "@/lib/reports/view";
import { type FrozenPage, freeze } from "./frozen-page";

/** A burst of reports reads the page again at most this often. */
const REFRESH_EVERY_MS = 1_500;

export type LiveList = FrozenPage & {
  /** Grows when the map should read again. */
  version: number;
  connected: boolean;
  /** How many came during this visit's last load; for the quiet notice. */
  arrived: number;
  showAll: () => void;
};

/**
 * The page as the server last had it, against what is on the screen. `pageKey` names the filter and page: when it
 * changes everything is shown at once. `isCalm` is asked when something new has come.
 */
export function useLiveList(page: ReportPage, pageKey: string, isCalm: () => boolean): LiveList {
  const router = useRouter();
  const [base, setBase] = useState({ page, pageKey, latest: page, fresh: [] as string[], waiting: 0 });
  const [version, setVersion] = useState(0);
  const last = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const refresh = useCallback(() => {
    last.current = Date.now();
    timer.current = undefined;
    setVersion((n) => n + 1);
    startTransition(() => router.refresh());
  }, [router]);
  const connected = useLiveEvents(() => {
    if (timer.current !== undefined) return;
    timer.current = setTimeout(refresh, Math.max(150, last.current + REFRESH_EVERY_MS - Date.now()));
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  // Another filter or page: at once, before anything of the old one is drawn.
  if (base.pageKey !== pageKey) setBase({ page, pageKey, latest: page, fresh: [], waiting: 0 });
  const settle = useEffectEvent((latest: ReportPage) =>
    setBase((now) => {
      if (now.latest === latest || now.pageKey !== pageKey) return now;
      const next = freeze(now.page, latest, isCalm());
      return {
        page: { ...latest, rows: next.rows, total: next.waiting > 0 ? now.page.total : latest.total },
        pageKey,
        latest,
        fresh: next.fresh.length > 0 ? next.fresh : now.fresh,
        waiting: next.waiting,
      };
    }),
  );
  useEffect(() => settle(page), [page]);

  const showAll = () =>
    setBase((now) => ({
      ...now,
      page: now.latest,
      waiting: 0,
      fresh: freeze(now.page, now.latest, true).fresh,
    }));
  return {
    rows: base.page.rows,
    waiting: base.waiting,
    fresh: base.fresh,
    arrived: base.fresh.length,
    version,
    connected,
    showAll,
  };
}
