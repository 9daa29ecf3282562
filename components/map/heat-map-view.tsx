"use client";

import { memo, useEffect } from "react";
import { Rectangle, useMap } from "react-leaflet";
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
  /** Of the squares: the one that is being read. */
  active: number | null;
  onActive: (i: number | null) => void;
};

/** Without tooltips: each would make its square a stop of the Tab key. Kept, since there are thousands. */
const Squares = memo(({ squares, onActive }: Pick<HeatMapProps, "squares" | "onActive">) =>
  squares.map((square, i) => (
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
      eventHandlers={{
        mouseover: () => onActive(i),
        mouseout: () => onActive(null),
        click: () => onActive(i),
      }}
    />
  )),
);

/** The square that is being read, brought into sight. */
function ActiveSquare({ square }: { square: HeatSquare }) {
  const map = useMap();
  useEffect(() => {
    const bounds = map.getBounds();
    const { north, south, west, east } = square.bounds;
    if (!bounds.intersects(leafletBounds(square.bounds))) map.panTo([(north + south) / 2, (west + east) / 2]);
  }, [map, square]);
  return (
    <Rectangle
      bounds={leafletBounds(square.bounds)}
      interactive={false}
      pathOptions={{ color: "var(--focus)", weight: 4, fill: false }}
    />
  );
}

export default function HeatMapView({ sketch, tiles, squares, label, active, onActive }: HeatMapProps) {
  const shown = active === null ? undefined : squares[active];
  return (
    <MapFrame sketch={sketch} tiles={tiles} label={label} initial={boundsOf(squares)}>
      <Squares squares={squares} onActive={onActive} />
      {shown && <ActiveSquare key={shown.key} square={shown} />}
    </MapFrame>
  );
}
