"use client";

import type { Map as LeafletMap, ZoomAnimEvent } from "leaflet";
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import { createPortal } from "react-dom";
import { useMap, useMapEvents } from "react-leaflet";
import type { SketchText } from "@/lib/areas/sketch";
import type { Point } from "@/lib/core/geo";
import { roundPoint } from "./coordinates";
import { pickerLabels } from "./labels";
import { MapFrame } from "./map-frame";
import { PinFace } from "./pin-button";
import { futureLayerPoint } from "./sketch-layer";
import type { MapTiles } from "./types";

type PinProps = { value: Point; onMove: (point: Point) => void };

/** Pixels that one press of an arrow key moves the pin; with Shift more. */
const STEP = 6;
const LONG_STEP = 40;
const ARROWS: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The pin: pressed on the map, dragged, or moved by arrow keys. */
function MovablePin({ value, onMove }: PinProps) {
  const map = useMap();
  const button = useRef<HTMLButtonElement>(null);
  const dragging = useRef(false);
  const put = useCallback((p: { x: number; y: number }) => {
    if (button.current)
      button.current.style.transform = `translate3d(${Math.round(p.x)}px, ${Math.round(p.y)}px, 0)`;
  }, []);
  const settle = useCallback(() => put(map.latLngToLayerPoint(value)), [put, map, value]);
  const animate = (event: ZoomAnimEvent) => put(futureLayerPoint(map, value, event.zoom, event.center));
  useMapEvents({ zoomanim: animate, zoom: settle, zoomend: settle, viewreset: settle });
  useLayoutEffect(settle);

  const keys = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const length = event.shiftKey ? LONG_STEP : STEP;
    const next = map.latLngToLayerPoint(value).add([arrow[0] * length, arrow[1] * length]);
    const point = map.layerPointToLatLng(next);
    onMove(roundPoint(point));
    map.panInside(point, { padding: [48, 48] });
  };
  const start = (event: PointerEvent<HTMLButtonElement>) => {
    dragging.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    map.dragging.disable();
  };
  const drag = (event: PointerEvent) => {
    if (dragging.current) onMove(roundPoint(map.mouseEventToLatLng(event.nativeEvent)));
  };
  const end = () => {
    dragging.current = false;
    map.dragging.enable();
  };

  const pane = map.getPane("markerPane");
  return pane
    ? createPortal(
        <button
          ref={button}
          type="button"
          className="map-pin leaflet-zoom-animated map-pin-movable"
          aria-label={pickerLabels.pin}
          onKeyDown={keys}
          onPointerDown={start}
          onPointerMove={drag}
          onPointerUp={end}
          onPointerCancel={end}
        >
          <PinFace status="received" />
        </button>,
        pane,
      )
    : null;
}

function Clicks({ onPick }: { onPick: (point: Point) => void }) {
  useMapEvents({
    click: (event) => {
      const { target } = event.originalEvent;
      // The pin's own clicks end a drag; they place nothing.
      if (target instanceof Element && target.closest(".map-pin")) return;
      onPick(roundPoint(event.latlng));
    },
  });
  return null;
}

/** Shows a value that came from outside (a field, a shortcut) when it is out of sight. */
function Follow({ value }: { value: Point | null }) {
  const map = useMap();
  const lat = value?.lat;
  const lng = value?.lng;
  useEffect(() => {
    if (lat === undefined || lng === undefined) return;
    if (!map.getBounds().pad(-0.1).contains([lat, lng]))
      map.setView([lat, lng], map.getZoom(), { animate: false });
  }, [map, lat, lng]);
  return null;
}

function Reach({ onMap }: { onMap: (map: LeafletMap) => void }) {
  const map = useMap();
  useEffect(() => onMap(map), [map, onMap]);
  return null;
}

export type PlaceMapProps = {
  value: Point | null;
  onMove: (point: Point) => void;
  onMap: (map: LeafletMap) => void;
  sketch: SketchText;
  tiles: MapTiles | null;
  label: string;
};

export default function PlaceMap({ value, onMove, onMap, sketch, tiles, label }: PlaceMapProps) {
  return (
    <MapFrame sketch={sketch} tiles={tiles} label={label} initial={null} greedy>
      <Reach onMap={onMap} />
      <Clicks onPick={onMove} />
      <Follow value={value} />
      {value && <MovablePin value={value} onMove={onMove} />}
    </MapFrame>
  );
}
