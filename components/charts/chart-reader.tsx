"use client";

import type { KeyboardEvent, PointerEvent } from "react";
import { cx } from "@/components/ui/class-names";
import { chartLabels as t } from "./labels";

/** The keys that lead from one point to the next. */
const keysOf = (count: number, across: number): string => {
  if (across >= count) return t.sideways;
  return across === 1 ? t.upAndDown : t.allWays;
};

const clamp = (n: number, most: number) => Math.min(most, Math.max(0, n));

/**
 * Lies over a drawing and reads its values one by one: by pointer, and by the arrow keys as a slider, which screen
 * readers know how to say. `across`: points a row; a drawing over time has one row. `first`: where reading begins.
 */
export function ChartReader({
  label,
  count,
  across = count,
  first = count - 1,
  active,
  words,
  onActive,
  pointAt,
}: {
  label: string;
  count: number;
  across?: number;
  first?: number;
  active: number | null;
  words: (i: number) => string;
  onActive: (i: number | null) => void;
  /** Which point lies at these pixels of the box; null: none. Left out, the drawing below takes the pointer itself. */
  pointAt?: (x: number, y: number) => number | null;
}) {
  if (count === 0) return null;
  const now = active ?? first;
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
    onActive(pointAt?.(event.clientX - box.left, event.clientY - box.top) ?? null);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-description={t.reader(count, keysOf(count, across))}
      aria-orientation={across === 1 ? "vertical" : "horizontal"}
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
      className={cx(
        "absolute inset-0 rounded-4 print:hidden",
        pointAt ? "cursor-crosshair touch-pan-y" : "pointer-events-none",
      )}
    />
  );
}

/** The place where what was pointed at is written out; as high as two lines, so that nothing moves. */
export const ChartReadout = ({ children }: { children: string }) => (
  <p aria-hidden className="mt-1 min-h-12 text-sm leading-6 text-muted tabular print:hidden">
    {children}
  </p>
);
