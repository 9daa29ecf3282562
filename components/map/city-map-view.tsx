"use client";

import { useEffect, useRef } from "react";
import { useMap, useMapEvents } from "react-leaflet";
import { mapLabels } from "./labels";
import { leafletBounds } from "./map-data";
import { MapFrame } from "./map-frame";
import { PinLayer } from "./pin-layer";
import type { CityMapProps, MapView } from "./types";

const VIEW_DEBOUNCE_MS = 250;

/** Tells the view once the map has come to rest. */
function ViewReporter({ onViewChange }: { onViewChange: (view: MapView) => void }) {
  const map = useMap();
  const latest = useRef(onViewChange);
  latest.current = onViewChange;
  const timer = useRef<number | undefined>(undefined);
  const report = () => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const b = map.getBounds();
      latest.current({
        bounds: { south: b.getSouth(), west: b.getWest(), north: b.getNorth(), east: b.getEast() },
        zoom: Math.round(map.getZoom()),
      });
    }, VIEW_DEBOUNCE_MS);
  };
  useMapEvents({ moveend: report, resize: report });
  useEffect(() => {
    map.whenReady(() => map.fire("moveend"));
    return () => window.clearTimeout(timer.current);
  }, [map]);
  return null;
}

/** Moves to a filter's result when it changes, and to a selected pin that is out of sight. */
function Mover({
  fit,
  selected,
}: Pick<CityMapProps, "fit"> & { selected: { lat: number; lng: number } | null }) {
  const map = useMap();
  const fitted = useRef(fit?.key);
  useEffect(() => {
    if (!fit || fitted.current === fit.key) return;
    fitted.current = fit.key;
    map.flyToBounds(leafletBounds(fit.bounds), { padding: [40, 48], maxZoom: 16, duration: 0.5 });
  }, [map, fit]);
  const lat = selected?.lat;
  const lng = selected?.lng;
  useEffect(() => {
    if (lat !== undefined && lng !== undefined) map.panInside({ lat, lng }, { padding: [56, 64] });
  }, [map, lat, lng]);
  return null;
}

export default function CityMapView(props: CityMapProps) {
  const { sketch, tiles, pins, selectedId, fit, initialView, label, onViewChange } = props;
  const selected = pins.find((pin) => pin.id === selectedId)?.point ?? null;
  return (
    <MapFrame
      sketch={sketch}
      tiles={tiles}
      label={label ?? mapLabels.map}
      initial={initialView ?? fit?.bounds ?? null}
    >
      <PinLayer {...props} />
      <ViewReporter onViewChange={onViewChange} />
      <Mover fit={fit} selected={selected} />
    </MapFrame>
  );
}
