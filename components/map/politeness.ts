import type { Map as LeafletMap } from "leaflet";

/**
 * A map inside a page must not swallow scrolling: the wheel zooms only with Ctrl (or ⌘) or after the map was clicked,
 * and on touch screens one finger moves the page until the map was tapped. Two fingers always belong to the map.
 * Calls `onHint` when a gesture was left to the page.
 */
export function beginPoliteness(map: LeafletMap, onHint: () => void): () => void {
  const container = map.getContainer();
  const touch = window.matchMedia("(pointer: coarse)");
  const active = () => container.contains(document.activeElement);

  const letDrag = () => {
    if (touch.matches && !active()) map.dragging.disable();
    else map.dragging.enable();
  };
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey || active()) return;
    event.stopPropagation();
    onHint();
  };
  const later = () => window.setTimeout(letDrag, 0);

  letDrag();
  container.addEventListener("wheel", wheel, { capture: true, passive: true });
  container.addEventListener("focusin", letDrag);
  container.addEventListener("focusout", later);
  touch.addEventListener("change", letDrag);
  return () => {
    container.removeEventListener("wheel", wheel, { capture: true });
    container.removeEventListener("focusin", letDrag);
    container.removeEventListener("focusout", later);
    touch.removeEventListener("change", letDrag);
  };
}
