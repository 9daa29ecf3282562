"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";

/**
 * Stays in sight at the foot of a page. How high it is, is told to the page (app/globals.css), so that what takes the
 * focus is scrolled clear of it; where a screen is too low for both, it lies at the end of the page.
 */
export function FootBar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() =>
      style.setProperty("--foot-bar", `${bar.current?.offsetHeight ?? 0}px`),
    );
    if (bar.current) observer.observe(bar.current);
    return () => {
      observer.disconnect();
      style.removeProperty("--foot-bar");
    };
  }, []);
  return (
    <div
      ref={bar}
      data-foot-bar
      className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t border-line bg-raised px-4 py-3 max-lg:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-lg:[@media(height<32rem)]:static md:-mx-8 md:px-8 xl:col-span-2"
    >
      {children}
    </div>
  );
}
