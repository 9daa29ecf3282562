"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useLiveEvents } from "@/components/reports/use-live-events";
import { useToast } from "@/components/ui/toast";
import { useRefresh } from "@/components/ui/use-refresh";
import { unaskedCookie } from "@/lib/auth/unasked";

/** A change of this case by somebody else, in words; `id` grows with every entry of the timeline. */
export type LastEntry = { id: number; mine: boolean; words: string };

/**
 * Reads the case again when something happens to it, and says so quietly when it was somebody else. Forms keep what
 * was typed: a refresh renders the page anew without losing any state.
 */
export function LiveRefresh({ number, last }: { number: string; last: LastEntry | null }) {
  const refresh = useRefresh();
  const toast = useToast();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLiveEvents((event) => {
    if (event.kind !== "resync" && event.number !== number) return;
    // Several things of one save come together: one reading answers them all.
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      Reflect.set(document, "cookie", unaskedCookie); // a colleague's work must not keep this session awake
      refresh();
    }, 150);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const known = useRef(last?.id ?? 0);
  const tell = useEffectEvent((entry: LastEntry) => {
    if (entry.id > known.current && !entry.mine) toast(entry.words);
    known.current = Math.max(known.current, entry.id);
  });
  useEffect(() => {
    if (last) tell(last);
  }, [last]);
  return null;
}
