"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useLiveEvents } from "@/components/reports/use-live-events";
import type { ReportRow } from "@/lib/reports/view";
import { type FrozenPage, freeze } from "./frozen-page";
import { type LiveData, received, type SentLiveData } from "./live-data";

/** A burst of reports reads the page again at most this often. */
const READ_EVERY_MS = 1_000;
const RETRY_MS = 5_000;
/** A page taken from the browser's memory (back from a case) is this old or older: read it again. */
const STALE_MS = 10_000;

export type LiveList = Omit<FrozenPage, "page"> & {
  rows: ReportRow[];
  /** Newest, also of what is not shown in the rows yet. */
  data: LiveData;
  /** Grows when the map should read again. */
  version: number;
  connected: boolean;
  showAll: () => void;
};

type State = {
  served: LiveData;
  key: string;
  shown: LiveData;
  latest: LiveData;
  fresh: string[];
  waiting: number;
};

const startWith = (served: LiveData, key: string): State => ({
  served,
  key,
  shown: served,
  latest: served,
  fresh: [],
  waiting: 0,
});

/**
 * The list as the server had it when the page was opened, kept up to date without touching the page: `query` is its
 * filter and page. `isCalm` is asked when something new has come.
 */
export function useLiveList(served: LiveData, query: string, isCalm: () => boolean): LiveList {
  const [state, setState] = useState(() => startWith(served, query));
  const [version, setVersion] = useState(0);
  const [failed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastRead = useRef(0);

  // Another filter or page from the server: at once, before anything of the old one is drawn.
  if (state.key !== query || state.served !== served) setState(startWith(served, query));

  const take = useEffectEvent((latest: LiveData, asked: string) =>
    setState((now) => {
      if (now.key !== asked) return now;
      const next = freeze(now.shown.page, latest.page, isCalm());
      const fresh = next.fresh.length > 0 ? next.fresh : now.fresh;
      return { ...now, shown: { ...latest, page: next.page }, latest, fresh, waiting: next.waiting };
    }),
  );
  const read = useEffectEvent(async () => {
    timer.current = undefined;
    lastRead.current = Date.now();
    setVersion((n) => n + 1);
    try {
      const response = await fetch(`/api/reports?${query}`, { cache: "no-store" });
      if (!response.ok) throw new Error(String(response.status));
      take(received((await response.json()) as SentLiveData), query);
      setFailed(false);
    } catch {
      setFailed(true);
      plan(RETRY_MS);
    }
  });
  const plan = useCallback((waitMs: number) => {
    timer.current ??= setTimeout(() => read(), waitMs);
  }, []);
  const connected = useLiveEvents(() => plan(Math.max(100, lastRead.current + READ_EVERY_MS - Date.now())));
  const catchUp = useEffectEvent(() => {
    if (Date.now() - served.now.getTime() > STALE_MS) plan(0);
  });
  useEffect(() => {
    catchUp();
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, []);

  return {
    rows: state.shown.page.rows,
    waiting: state.waiting,
    fresh: state.fresh,
    data: { ...state.latest, page: state.shown.page },
    version,
    connected: connected && !failed,
    showAll: () =>
      setState((now) => ({
        ...now,
        shown: now.latest,
        fresh: freeze(now.shown.page, now.latest.page, true).fresh,
        waiting: 0,
      })),
  };
}
