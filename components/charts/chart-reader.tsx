"use client";

import type { KeyboardEvent, PointerEvent } from "react";

const clamp = (n: number, most: number) => Math.min(most, Math.max(0, n));

/**
 * Lies over a drawing and reads its values one by one: by pointer, and by the arrow keys as a slider, which screen
 * readers know how to say. `across`: points a row; a drawing over time has one row.
 */
export function ChartReader({
  label,
  count,
  across = count,
  active,
  words,
  onActive,
  pointAt,
}: {
  label: string;
  count: number;
  across?: number;
  active: number | null;
  words: (i: number) => string;
  onActive: (i: number | null) => void;
  /** Which point lies at these pixels of the box; null: none. */
  pointAt: (x: number, y: number) => number | null;
}) {
  if (count === 0) return null;
  const now = active ?? count - 1;
  const keys = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: across < count ? across : -1,
      ArrowUp: across < count ? -across : 1,
      PageDown: 7,
      PageUp: -7,
      Home: -count,
      End: count,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onActive(clamp(now + step, count - 1));
  };
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onActive(pointAt(event.clientX - box.left, event.clientY - box.top));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={now + 1}
      aria-valuetext={words(now)}
      onKeyDown={keys}
      onFocus={() => onActive(now)}
      onBlur={() => onActive(null)}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={(event) => event.pointerType === "mouse" && onActive(null)}
      className="absolute inset-0 cursor-crosshair rounded-4 touch-pan-y print:hidden"
    />
  );
}

/** The place where what was pointed at is written out; as high as two lines, so that nothing moves. */
export const ChartReadout = ({ children }: { children: string }) => (
  <p aria-hidden className="mt-1 min-h-12 text-sm leading-6 text-muted tabular print:hidden">
    {children}
  </p>
);
