"use client";

import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 1024px)";

function subscribe(notify: () => void) {
  const query = matchMedia(WIDE);
  query.addEventListener("change", notify);
  return () => query.removeEventListener("change", notify);
}

/** Is there room for map and table side by side? False while the server renders. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => false,
  );
