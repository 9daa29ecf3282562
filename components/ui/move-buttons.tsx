"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useAnnounce } from "./announcer";
import { IconButton } from "./button";
import { uiLabels } from "./labels";

type Props = {
  /** What is moved, as its new place is said. */
  name: string;
  up: string;
  down: string;
  /** Its place, from 0, and how many there are. */
  at: number;
  of: number;
  size?: "sm" | "md";
  onMove: (by: -1 | 1) => void;
};

/**
 * The two arrows of a row in an ordered list. The focus goes along with the row, at either end to the other arrow,
 * and the new place is said. They are never disabled while a move is on its way: that would take the focus from them.
 */
export function MoveButtons({ name, up, down, at, of, size, onMove }: Props) {
  const arrows = useRef<HTMLSpanElement>(null);
  const pressed = useRef<-1 | 1 | null>(null);
  const announce = useAnnounce();
  const move = (by: -1 | 1) => {
    pressed.current = by;
    onMove(by);
  };
  const arrive = useEffectEvent((place: number) => {
    const by = pressed.current;
    pressed.current = null;
    if (by === null) return;
    announce(uiLabels.movedTo(name, place + 1, of));
    const isElsewhere =
      document.activeElement !== document.body && !arrows.current?.contains(document.activeElement);
    if (isElsewhere) return;
    const [first, last] = arrows.current?.querySelectorAll("button") ?? [];
    const isUp = by < 0 ? place > 0 : place === of - 1;
    (isUp ? first : last)?.focus();
  });
  useEffect(() => arrive(at), [at]);
  return (
    <span ref={arrows} className="flex gap-1">
      <IconButton icon="arrow-up" size={size} label={up} disabled={at === 0} onPress={() => move(-1)} />
      <IconButton
        icon="arrow-down"
        size={size}
        label={down}
        disabled={at === of - 1}
        onPress={() => move(1)}
      />
    </span>
  );
}
