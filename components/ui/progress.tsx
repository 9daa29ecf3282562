"use client";

import { Label, ProgressBar } from "react-aria-components";

/** How far something is, in words and as a bar. `value` null: it goes on, nobody knows how long. */
export function Progress({ label, value }: { label: string; value: number | null }) {
  return (
    <ProgressBar value={value ?? 0} isIndeterminate={value === null} className="flex flex-col gap-1.5">
      {({ percentage, valueText }) => (
        <>
          <span className="flex justify-between text-sm leading-5">
            <Label>{label}</Label>
            {value !== null && <span className="tabular">{valueText}</span>}
          </span>
          <span className="block h-2 overflow-hidden rounded-full bg-sunken">
            <span
              className={`block h-full rounded-full bg-accent ${value === null ? "w-1/3 motion-safe:animate-pulse" : ""}`}
              style={value === null ? undefined : { width: `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
