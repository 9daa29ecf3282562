"use client";

import { useEffect } from "react";

/** What can be named to those who hear the page. A live region only speaks; nobody stands in it. */
const PLACES =
  "main, section, form, fieldset, ul, ol, [aria-label], [aria-labelledby], [role]:not([role='status'], [role='alert'])";
const REMEMBERED = 8;

const hasSize = ({ width, height }: DOMRect) => width > 0 && height > 0;
const stands = (element: Element) =>
  element.isConnected &&
  element.checkVisibility() &&
  hasSize(element.getBoundingClientRect()) &&
  !element.matches(":disabled, [inert] *");

function pathOf(target: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = target; at && at !== document.body; at = at.parentElement) path.push(at);
  return path;
}

function giveFocus(place: HTMLElement): void {
  if (!place.hasAttribute("tabindex")) {
    place.tabIndex = -1;
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
  place.focus({ preventScroll: true });
  const { top, bottom } = place.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) place.scrollIntoView({ block: "nearest" });
}

/**
 * What has the focus may go: the button of a form that was saved, a filter that was taken off, a row that ended. The
 * browser then starts from nowhere; here the focus stays close by, on the nearest part of the page that is left, or on
 * what had the focus before. A component that knows a better place puts the focus there itself, and first.
 */
export function FocusKeeper() {
  useEffect(() => {
    // Newest first; each with what it stood in, which a removed element does not know any more.
    let trail: Element[][] = [];
    let frame = 0;
    const remember = (event: FocusEvent) => {
      if (event.target instanceof Element) trail = [pathOf(event.target), ...trail.slice(0, REMEMBERED - 1)];
    };
    const keep = () => {
      const last = trail[0]?.[0];
      if (document.activeElement !== document.body || !last || stands(last)) return;
      const place = trail
        .flatMap(([element, ...around], steps) => [
          ...(steps > 0 && element ? [element] : []),
          ...around.filter((one) => one.matches(PLACES)),
        ])
        .find(stands);
      if (place instanceof HTMLElement) giveFocus(place);
    };
    const soon = () => {
      if (document.activeElement !== document.body || trail.length === 0) return;
      cancelAnimationFrame(frame);
      // Two frames: a dialog that closes gives the focus back in the first.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(keep);
      });
    };
    const forget = () => {
      trail = [];
    };
    const observer = new MutationObserver(soon);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ["disabled", "hidden"],
    });
    document.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget, true);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget, true);
    };
  }, []);
  return null;
}
