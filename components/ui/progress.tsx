"use client";

import { Label, ProgressBar } from "react-aria-components";

/** For anything over a second: how far it is, or only that it goes on (`value` undefined). */
export function Progress({ label, value, max = 100 }: { label: string; value?: number; max?: number }) {
  return (
    <ProgressBar
      value={value}
      maxValue={max}
      isIndeterminate={value === undefined}
      className="flex flex-col gap-1.5"
    >
      {({ percentage, valueText }) => (
        <>
          <span className="flex justify-between gap-3 text-sm text-muted">
            <Label>{label}</Label>
            <span className="tabular">{valueText}</span>
          </span>
          <span className="block h-2 overflow-hidden rounded-full bg-sunken">
            <span
              className={
                percentage === undefined
                  ? "block h-full w-1/3 animate-pulse bg-accent"
                  : "block h-full bg-accent"
              }
              style={percentage === undefined ? undefined : { width: `${percentage}%` }}
            />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
