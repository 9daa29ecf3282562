"use client";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** How near the end still counts as being there, in pixels. */
const NEAR = 60;

/** What has the focus while somebody walks through the list by keyboard: it must not be scrolled away. */
function walkedTo(box: HTMLElement | null): Element | null {
  const focused = document.activeElement;
  const isIn = box && focused && focused !== box && box.contains(focused);
  return isIn && focused.matches(":focus-visible") ? focused : null;
}

/**
 * Keeps a scrolling list at its end while the reader is there; scrolled up, it only tells that something came.
 * `newest` changes with each new entry; one's own always brings the end into view.
 */
export function useStayAtEnd(newest: number, isOwn: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const [unseen, setUnseen] = useState(false);

  const toEnd = useCallback(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }), []);
  const follow = useCallback(() => {
    toEnd();
    walkedTo(scroller.current)?.scrollIntoView({ block: "nearest" });
  }, [toEnd]);
  useLayoutEffect(() => {
    if (newest === 0) return;
    if (atEnd.current || isOwn) follow();
    else setUnseen(true);
  }, [newest, isOwn, follow]);
  // Pictures that load late, a menu that opens: the end stays in view.
  useEffect(() => {
    const watch = new ResizeObserver(() => atEnd.current && follow());
    if (content.current) watch.observe(content.current);
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, [follow]);
  const onScroll = () => {
    const box = scroller.current;
    if (!box) return;
    // Only moving up leaves the end: what loads late pushes it away without anybody scrolling.
    if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) atEnd.current = true;
    else if (box.scrollTop < lastTop.current) atEnd.current = false;
    lastTop.current = box.scrollTop;
    if (atEnd.current) setUnseen(false);
  };
  return { scroller, content, unseen, toEnd, onScroll };
}
