"use client";

import type { Map as LeafletMap, PanInsideOptions, ZoomAnimEvent } from "leaflet";
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { useMap, useMapEvents } from "react-leaflet";
import { distanceMeters, type Point } from "@/lib/core/geo";
import { ClusterButton } from "./cluster-button";
import { mapLabels } from "./labels";
import { canSplit, leafletBounds, nextInDirection, spread } from "./map-data";
import { PinButton } from "./pin-button";
import { futureLayerPoint } from "./sketch-layer";
import type { CityMapProps, MapCluster } from "./types";

type Props = Pick<
  CityMapProps,
  "pins" | "clusters" | "selectedId" | "hoveredId" | "onSelect" | "onHover" | "onOpenCluster"
>;

/** Pixels to keep between a mark that has focus and the edges of the map, with what stands there: buttons and chips. */
const FOCUS_MARGINS = {
  paddingTopLeft: [48, 88],
  paddingBottomRight: [96, 72],
} satisfies PanInsideOptions;

/** Pins and clusters as real buttons. One tab stop; arrow keys go from mark to mark. */
export function PinLayer({ pins, clusters, selectedId, hoveredId, onSelect, onHover, onOpenCluster }: Props) {
  const map = useMap();
  const box = useRef<HTMLFieldSetElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const points = useMemo(
    () => new Map<string, Point>([...clusters, ...pins].map((mark) => [mark.id, mark.point])),
    [clusters, pins],
  );
  const moved = useMemo(() => spread(pins), [pins]);

  const place = useCallback(
    (position: (point: Point) => { x: number; y: number }) => {
      for (const element of box.current?.querySelectorAll<HTMLElement>("[data-mark]") ?? []) {
        const point = points.get(element.dataset.mark ?? "");
        if (!point) continue;
        const { x, y } = position(point);
        const offset = moved.get(element.dataset.mark ?? "");
        element.style.transform = `translate3d(${Math.round(x + (offset?.dx ?? 0))}px, ${Math.round(y + (offset?.dy ?? 0))}px, 0)`;
      }
    },
    [points, moved],
  );
  const settle = useCallback(() => place((point) => map.latLngToLayerPoint(point)), [place, map]);
  const animate = (event: ZoomAnimEvent) =>
    place((point) => futureLayerPoint(map, point, event.zoom, event.center));
  useMapEvents({ zoomanim: animate, zoom: settle, zoomend: settle, viewreset: settle });
  useLayoutEffect(settle);

  // Walking moves the map, and a moved map may group its marks anew: the focus goes on to what now stands nearest.
  const focusedAt = useRef<Point | null>(null);
  const focused = useRef(false);
  const successor = useMemo(() => {
    if (focusedId === null || points.has(focusedId) || !focusedAt.current) return null;
    return nearestTo(focusedAt.current, points);
  }, [focusedId, points]);
  useEffect(() => {
    // React tells of no blur when it takes the element itself away.
    if (successor !== null && focused.current) markOf(box.current, successor)?.focus();
  }, [successor]);

  const tabStop =
    [focusedId, successor, selectedId].find((id) => id !== null && points.has(id)) ??
    points.keys().next().value;
  const common = (id: string) => ({
    tabIndex: id === tabStop ? 0 : -1,
    onFocus: () => {
      setFocusedId(id);
      onHover(id);
      const point = points.get(id);
      focusedAt.current = point ?? null;
      focused.current = true;
      if (point) map.panInside(point, FOCUS_MARGINS);
    },
    onBlur: () => {
      focused.current = false;
      onHover(null);
    },
    onPointerEnter: () => onHover(id),
    onPointerLeave: () => onHover(null),
  });

  const pane = map.getPane("markerPane");
  if (!pane) return null;
  return createPortal(
    <fieldset
      ref={box}
      className="map-marks"
      aria-label={mapLabels.pins}
      onKeyDown={(event) => walk(event, map, points)}
    >
      {clusters.map((cluster) => (
        <ClusterButton
          key={cluster.id}
          cluster={cluster}
          {...common(cluster.id)}
          onClick={() => openCluster(map, cluster, onOpenCluster)}
        />
      ))}
      {pins.map((pin) => (
        <PinButton
          key={pin.id}
          pin={pin}
          selected={pin.id === selectedId}
          hovered={pin.id === hoveredId}
          {...common(pin.id)}
          onClick={() => onSelect(pin.id)}
        />
      ))}
    </fieldset>,
    pane,
  );
}

function openCluster(map: LeafletMap, cluster: MapCluster, fallback?: (cluster: MapCluster) => void): void {
  const atEnd = map.getZoom() >= map.getMaxZoom();
  if (fallback && (atEnd || !canSplit(cluster.bounds))) {
    fallback(cluster);
    return;
  }
  if (cluster.bounds && canSplit(cluster.bounds)) {
    // A box that fits at this zoom already must still bring the map closer.
    const zoom = map.getBoundsZoom(leafletBounds(cluster.bounds), false, map.getSize().divideBy(4));
    map.flyTo(cluster.point, Math.max(map.getZoom() + 1, Math.min(zoom, map.getMaxZoom())), {
      duration: 0.5,
    });
    return;
  }
  map.flyTo(cluster.point, Math.min(map.getZoom() + 2, map.getMaxZoom()), { duration: 0.5 });
}

/** Arrow keys move focus to the nearest mark that way. */
function walk(event: KeyboardEvent<HTMLElement>, map: LeafletMap, points: Map<string, Point>): void {
  const { key } = event;
  if (key !== "ArrowUp" && key !== "ArrowDown" && key !== "ArrowLeft" && key !== "ArrowRight") return;
  const target =
    event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-mark]") : null;
  const from = points.get(target?.dataset.mark ?? "");
  if (!target || !from) return;
  event.preventDefault();
  const others = [...points]
    .filter(([id]) => id !== target.dataset.mark)
    .map(([id, point]) => ({ id, ...map.latLngToLayerPoint(point) }));
  const next = nextInDirection(map.latLngToLayerPoint(from), others, key);
  if (next !== null) markOf(event.currentTarget, next)?.focus();
}

const markOf = (box: HTMLElement | null, id: string): HTMLElement | null =>
  box?.querySelector<HTMLElement>(`[data-mark="${CSS.escape(id)}"]`) ?? null;

function nearestTo(point: Point, marks: Map<string, Point>): string | null {
  const [nearest] = [...marks]
    .map(([id, at]) => ({ id, meters: distanceMeters(at, point) }))
    .toSorted((a, b) => a.meters - b.meters);
  return nearest?.id ?? null;
}
