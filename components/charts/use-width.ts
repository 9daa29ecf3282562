import { type RefObject, useEffect, useRef, useState } from "react";

/** The width a box really has; `first` until the browser has measured it, so that the server can draw too. */
export function useWidth(first = 640): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.round(entry?.contentRect.width ?? 0);
      if (found > 0) setWidth(found);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
