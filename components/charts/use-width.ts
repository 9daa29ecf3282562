import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** The room of a card on A4, in CSS pixels: drawn for it, texts keep their size on paper. */
const PAPER = 660;

/** The width a box really has; `first` until the browser has measured it, so that the server can draw too. */
export function useWidth(first = 640): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    let isPrinting = false;
    const take = (found: number) => {
      if (found > 0 && !isPrinting) setWidth(Math.round(found));
    };
    const observer = new ResizeObserver(([entry]) => take(entry?.contentRect.width ?? 0));
    observer.observe(box);
    // The browser prints what stands there when this has returned.
    const begin = () => {
      isPrinting = true;
      flushSync(() => setWidth(PAPER));
    };
    const end = () => {
      isPrinting = false;
      take(box.clientWidth);
    };
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return [ref, width];
}
