"use client";
import { useCallback, useRef, useState } from "react";
import type { OpenSheet } from "./sheet-slot";

/**
 * The open sheet of one phone. Whoever opened it is remembered beforehand, because making the rest inert takes the
 * focus away; when that button is gone (an answered quick reply), `fallback` gets the focus.
 */
export function useSheet(fallback: () => void) {
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const opener = useRef<Element | null>(null);
  const open = useCallback((next: OpenSheet) => {
    opener.current = document.activeElement;
    setSheet(next);
  }, []);
  const close = () => {
    setSheet(null);
    requestAnimationFrame(() => {
      const back = opener.current;
      if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
      else fallback();
    });
  };
  return { sheet, open, close };
}
