"use client";

import { Rectangle, Tooltip } from "react-leaflet";
import type { SketchText } from "@/lib/areas/sketch";
import { boundsOf, type HeatSquare } from "./heat";
import { leafletBounds } from "./map-data";
import { MapFrame } from "./map-frame";
import type { MapTiles } from "./types";

export type HeatMapProps = {
  sketch: SketchText;
  tiles: MapTiles | null;
  squares: HeatSquare[];
  label: string;
  unit: string;
};

export default function HeatMapView({ sketch, tiles, squares, label, unit }: HeatMapProps) {
  return (
    <MapFrame sketch={sketch} tiles={tiles} label={label} initial={boundsOf(squares)}>
      {squares.map((square) => (
        <Rectangle
          key={square.key}
          bounds={leafletBounds(square.bounds)}
          pathOptions={{
            stroke: true,
            color: "var(--heat-5)",
            weight: 1,
            opacity: 0.7,
            fillColor: square.color,
            fillOpacity: 0.72,
          }}
        >
          <Tooltip>{`${square.n.toLocaleString("ja-JP")}${unit}`}</Tooltip>
        </Rectangle>
      ))}
    </MapFrame>
  );
}
