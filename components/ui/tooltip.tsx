"use client";

import { Tooltip as RacTooltip, type TooltipProps } from "react-aria-components";

/** A short name beside its trigger, never the only place where something is said. */
export function Tooltip({ children, ...rest }: Omit<TooltipProps, "className" | "style">) {
  return (
    <RacTooltip
      {...rest}
      offset={6}
      className="max-w-64 rounded-6 bg-solid-gray-900 px-2 py-1 text-sm leading-5 text-white animate-[fade-in_120ms] dark:bg-solid-gray-700"
    >
      {children}
    </RacTooltip>
  );
}
