"use client";

import { useEffect } from "react";

/** What can be named to those who hear the page. A live region only speaks; nobody stands in it. */
const PLACES =
  "main, section, form, fieldset, ul, ol, [aria-label], [aria-labelledby], [role]:not([role='status'], [role='alert'])";
/** What stands in the order of Tab. */
const CONTROLS =
  ":is(a[href], button, input, select, textarea, summary, [tabindex='0']):not([tabindex='-1'])";
const ROW = "li, tr";
const REMEMBERED = 8;
const NEAR = 24;

/** What had the focus, and what a removed element does not know any more: what was round it and beside it. */
type Stop = {
  element: Element;
  around: Element[];
  words: string | null;
  /** What its row stood in. */
  list: Element | null;
  /** Controls after it, then those before it, the nearest first. */
  near: Element[];
};

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

function stopAt(element: Element): Stop {
  const [, ...around] = pathOf(element);
  const controls = [...(element.closest("main")?.querySelectorAll(CONTROLS) ?? [])];
  const at = controls.indexOf(element);
  const near =
    at < 0
      ? []
      : [...controls.slice(at + 1, at + 1 + NEAR), ...controls.slice(Math.max(0, at - NEAR), at).reverse()];
  const list = element.closest(ROW)?.parentElement ?? null;
  return { element, around, words: element.textContent, list, near };
}

/** The like of what went, in the row below or else above; without such a row the next control, or the one before. */
function beside({ words, list, near }: Stop): Element[] {
  const left = near.filter(stands);
  const next = left.find((one) => list?.contains(one)) ?? left[0];
  if (!next) return [];
  const row = list?.contains(next) ? next.closest(ROW) : null;
  const alike = [...(row?.querySelectorAll(CONTROLS) ?? [])].find((one) => one.textContent === words);
  return alike ? [alike, next] : [next];
}

function giveFocus(place: HTMLElement): void {
  if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) {
    place.tabIndex = -1;
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
  place.focus({ preventScroll: true });
  const { top, bottom } = place.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) place.scrollIntoView({ block: "nearest" });
}

/**
 * What has the focus may go: the button of a form that was saved, a filter that was taken off, a row that ended. The
 * browser then starts from nowhere; here the focus stays close by: on the same button of the next row, on the next
 * control, or on what had the focus before. Where something is merely disabled for a while, the nearest part of the page
 * holds it: a second press must not meet another button. A component that knows a better place puts the focus there itself, and first.
 */
export function FocusKeeper() {
  useEffect(() => {
    // Newest first.
    let trail: Stop[] = [];
    let frame = 0;
    const remember = (event: FocusEvent) => {
      if (event.target instanceof Element) trail = [stopAt(event.target), ...trail.slice(0, REMEMBERED - 1)];
    };
    const keep = () => {
      const last = trail[0]?.element;
      if (document.activeElement !== document.body || !last || stands(last)) return;
      const place = trail
        .flatMap((stop, steps) => [
          ...(steps > 0 ? [stop.element] : []),
          ...(stop.element.isConnected ? [] : beside(stop)),
          ...stop.around.filter((one) => one.matches(PLACES)),
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
