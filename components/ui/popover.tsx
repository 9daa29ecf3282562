"use client";

import type { ReactNode } from "react";
import { Dialog, DialogTrigger, Popover as RacPopover } from "react-aria-components";

/** A small panel beside its trigger (a Button); closes on Escape and on a press outside. */
export function Popover({
  trigger,
  label,
  children,
  placement = "bottom start",
  open,
  onOpenChange,
}: {
  trigger: ReactNode;
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpenChange}>
      {trigger}
      <RacPopover
        placement={placement}
        offset={4}
        className="flex max-w-[calc(100vw-2rem)] flex-col rounded-8 border border-line bg-raised shadow-overlay animate-[rise-in_120ms_ease-out]"
      >
        <Dialog aria-label={label} className="min-h-0 overflow-auto p-4 outline-none">
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </RacPopover>
    </DialogTrigger>
  );
}
