"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { LiveEvent } from "@/lib/reports/event";
import { openLine } from "./live-line";

/**
 * Hears which reports are new or have changed, for as long as the component stands. After a gap it says `resync`
 * itself. Answers whether the line is open (true until the first failure, so that nothing flickers at the start).
 */
export function useLiveEvents(onEvent: (event: LiveEvent) => void): boolean {
  const [open, setOpen] = useState(true);
  const hear = useEffectEvent(onEvent);
  useEffect(() => openLine({ onEvent: (event) => hear(event), onOpen: setOpen }), []);
  return open;
}
