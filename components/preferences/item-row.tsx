"use client";

import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { preferencesLabels as t } from "./labels";

type Props = {
  name: string;
  children: ReactNode;
  /** Buttons after the arrows. */
  actions: ReactNode;
  pending: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (direction: "up" | "down") => void;
};

/** One of an ordered list: its place is changed by two buttons, so that nobody has to drag. */
export function ItemRow({ name, children, actions, pending, isFirst, isLast, onMove }: Props) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">{children}</div>
      <div className="flex flex-wrap items-center gap-1">
        <IconButton
          icon="arrow-up"
          label={t.up(name)}
          disabled={isFirst || pending}
          onPress={() => onMove("up")}
        />
        <IconButton
          icon="arrow-down"
          label={t.down(name)}
          disabled={isLast || pending}
          onPress={() => onMove("down")}
        />
        {actions}
      </div>
    </li>
  );
}
