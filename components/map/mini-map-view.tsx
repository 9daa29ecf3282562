"use client";

import { useEffect } from "react";
import { createPortal } from "react-dom";
import { useMap } from "react-leaflet";
import type { ReportStatus } from "@/db/enums";
import type { Point } from "@/lib/core/geo";
import { miniMapLabel } from "./labels";
import { fittingZoom } from "./map-data";
import { MapFrame } from "./map-frame";
import { openSketch } from "./open-sketch";
import { PinFace } from "./pin-button";
import type { MiniMapProps } from "./types";

/** Zoom levels closer than the city's overview: streets with names, and still something one knows. */
const CLOSER = 1.6;

/** The pin stands in the middle of a still map. */
function Middle({ point, zoom, status }: { point: Point; zoom: number; status: ReportStatus }) {
  const map = useMap();
  const { lat, lng } = point;
  useEffect(() => {
    map.setView([lat, lng], zoom, { animate: false });
  }, [map, lat, lng, zoom]);
  return createPortal(
    <span className="map-pin map-pin-still">
      <PinFace status={status} />
    </span>,
    map.getContainer(),
  );
}

export default function MiniMapView({ point, sketch, tiles, status, label }: MiniMapProps) {
  const zoom = Math.min(17, Math.round(fittingZoom(openSketch(sketch).view) + CLOSER));
  return (
    <MapFrame sketch={sketch} tiles={tiles} label={label ?? miniMapLabel} initial={null} still>
      <Middle point={point} zoom={zoom} status={status ?? "received"} />
    </MapFrame>
  );
}
