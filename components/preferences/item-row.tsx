"use client";

import type { ReactNode } from "react";
import { MoveButtons } from "@/components/ui/move-buttons";
import { preferencesLabels as t } from "./labels";

type Props = {
  name: string;
  children: ReactNode;
  /** Buttons after the arrows. */
  actions: ReactNode;
  pending: boolean;
  /** Its place, from 0, and how many there are. */
  at: number;
  of: number;
  onMove: (direction: "up" | "down") => void;
};

/** One of an ordered list: its place is changed by two buttons, so that nobody has to drag. */
export function ItemRow({ name, children, actions, pending, at, of, onMove }: Props) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">{children}</div>
      <div className="flex flex-wrap items-center gap-1">
        <MoveButtons
          {...{ name, at, of }}
          up={t.up(name)}
          down={t.down(name)}
          onMove={(by) => !pending && onMove(by < 0 ? "up" : "down")}
        />
        {actions}
      </div>
    </li>
  );
}
