"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

const typedIn = (form: HTMLFormElement | null): string =>
  form ? JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === "string")) : "";

/**
 * Keeps what was typed into a form from going with its dialog by one press of Escape. `leave` closes at once while
 * nothing was changed, and asks first otherwise; `leave` while it asks goes back to the form.
 */
export function useLeaving(form: RefObject<HTMLFormElement | null>, onClose: () => void) {
  const begun = useRef<string | null>(null);
  /** Where the person was. */
  const from = useRef<HTMLElement | null>(null);
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    // Lists of choices fill their hidden fields a moment after the form is there.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        begun.current = typedIn(form.current);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [form]);
  const stay = () => {
    setAsks(false);
    from.current?.focus();
  };
  const leave = () => {
    if (asks) return stay();
    if (begun.current === null || typedIn(form.current) === begun.current) return onClose();
    from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setAsks(true);
  };
  return { asks, leave, stay };
}
