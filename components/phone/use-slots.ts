"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { readSlots, type Slots, writeSlots } from "./slots";

/** Which residents and which look: kept in the address, so that a reload or a bookmark brings the same phones. */
export function useSlots(): [Slots, (change: Partial<Slots>) => void] {
  const path = usePathname();
  const query = useSearchParams();
  const slots = readSlots(query);
  const change = useCallback(
    (part: Partial<Slots>) => {
      const next = writeSlots({ ...readSlots(new URLSearchParams(window.location.search)), ...part });
      window.history.replaceState(null, "", next ? `${path}?${next}` : path);
    },
    [path],
  );
  return [slots, change];
}
