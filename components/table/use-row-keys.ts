"use client";

import { type RefObject, useEffect } from "react";

const ROW_LINK = "a[data-row-link]";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest("input, textarea, select, [role='dialog'], [role='menu'], [role='listbox']") !== null);

/**
 * j and k move the focus from row to row, o opens. A row is its link with `data-row-link`. Off where somebody types,
 * while an input method composes, with any modifier, and when `enabled` is false (WCAG 2.1.4).
 */
export function useRowKeys(container: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (!"jko".includes(event.key) || event.key.length !== 1 || isTyping(event.target)) return;
      const links = [...(container.current?.querySelectorAll<HTMLAnchorElement>(ROW_LINK) ?? [])];
      if (links.length === 0) return;
      const here = links.findIndex((link) => link.matches(":focus"));
      event.preventDefault();
      if (event.key === "o") {
        links[here]?.click();
        return;
      }
      const next = event.key === "j" ? Math.min(here + 1, links.length - 1) : Math.max(here - 1, 0);
      const link = links[next];
      link?.focus({ focusVisible: true } as FocusOptions);
      link?.closest("[data-row]")?.scrollIntoView({ block: "nearest" });
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [container, enabled]);
}
