"use client";
import { useCallback, useRef, useState } from "react";
import type { OpenSheet } from "./open-sheet";

/**
 * The open sheet of one phone, and where the focus goes when it closes. Whoever opened it is remembered beforehand,
 * because making the rest inert takes the focus away. After sending the opener may be a quick reply about to vanish:
 * then `rest` gets the focus.
 */
export function useSheet(rest: () => void) {
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const opener = useRef<Element | null>(null);
  const open = useCallback((next: OpenSheet) => {
    opener.current = document.activeElement;
    setSheet(next);
  }, []);
  const leave = (back: Element | null) => {
    setSheet(null);
    // The rest of the phone takes the focus only once it is no longer inert.
    requestAnimationFrame(() => {
      if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
      else rest();
    });
  };
  return { sheet, open, cancel: () => leave(opener.current), sent: () => leave(null) };
}
