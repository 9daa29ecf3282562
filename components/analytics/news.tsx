"use client";

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from "react";
import { useAnnounce } from "@/components/ui/announcer";

const KnownContext = createContext<RefObject<string | null>>({ current: null });

/** Remembers what was last told of, beyond the boards that come and go in it. */
export function NewsDesk({ children }: { children: ReactNode }) {
  return <KnownContext value={useRef<string | null>(null)}>{children}</KnownContext>;
}

/**
 * Says which numbers have come: it stands among them, and so comes when they do. Not of the first ones: whoever opens a
 * page is told what is on it anyway.
 */
export function News({ words }: { words: string }) {
  const known = useContext(KnownContext);
  const announce = useAnnounce();
  useEffect(() => {
    if (known.current !== null && known.current !== words) announce(words);
    known.current = words;
  }, [known, announce, words]);
  return null;
}
