"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * An act that takes a row away takes the focus with it. After `acted`, once the rows have changed, the list itself gets
 * the focus, so that the keyboard does not start again at the top of the page.
 */
export function useStay<E extends HTMLElement>(
  rows: unknown,
): { ref: RefObject<E | null>; acted: () => void } {
  const ref = useRef<E>(null);
  const seen = useRef(rows);
  const waiting = useRef(false);
  useEffect(() => {
    if (seen.current === rows) return;
    seen.current = rows;
    if (waiting.current) ref.current?.focus();
    waiting.current = false;
  }, [rows]);
  return {
    ref,
    acted: () => {
      waiting.current = true;
    },
  };
}
