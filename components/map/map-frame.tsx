"use client";

import "leaflet/dist/leaflet.css";
import "./map.css";
import type { Map as LeafletMap } from "leaflet";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { MapContainer } from "react-leaflet";
import type { SketchText } from "@/lib/areas/sketch";
import type { Bounds } from "@/lib/core/geo";
import { SketchBackground, TileOverlay, type TileState } from "./background";
import { mapLabels } from "./labels";
import { MapChrome } from "./map-chrome";
import { fittingZoom, leafletBounds, widen } from "./map-data";
import { openSketch } from "./open-sketch";
import { beginPoliteness } from "./politeness";
import type { MapTiles } from "./types";

type Props = {
  sketch: SketchText;
  tiles: MapTiles | null;
  label: string;
  /** What to show first, in full; without it the city's built-up part, as close as looks well. */
  initial: Bounds | null;
  /** A picture: no moving, no zooming, no buttons. */
  still?: boolean;
  /** The map is what this place is for (a dialog): gestures belong to it at once. */
  greedy?: boolean;
  children?: ReactNode;
};

const HINT_MS = 1_800;
/** So much of a zoom level may be missing for the next closer one to be taken. */
const LOOSE = 0.3;

function nearestZoom(map: LeafletMap, bounds: Bounds): number {
  const box = map
    .project([bounds.south, bounds.east], 0)
    .subtract(map.project([bounds.north, bounds.west], 0));
  const size = map.getSize();
  const exact = Math.log2(Math.min(size.x / Math.max(1e-9, box.x), size.y / Math.max(1e-9, box.y)));
  return Math.floor(exact + LOOSE);
}

/** The map, filling a positioned box: sketch, tiles over it, buttons and notes round it. What stands on it comes as children. */
export function MapFrame({ sketch: text, tiles, label, initial, still, greedy, children }: Props) {
  const sketch = openSketch(text);
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [tileState, setTileState] = useState<TileState>("none");
  const [attempt, setAttempt] = useState(0);
  const [hinted, setHinted] = useState(false);
  const timer = useRef<number | undefined>(undefined);

  const hint = useCallback(() => {
    setHinted(true);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setHinted(false), HINT_MS);
  }, []);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useEffect(() => {
    if (!map) return;
    const container = map.getContainer();
    container.setAttribute("aria-label", label);
    container.setAttribute("role", still ? "img" : "application");
    if (still) container.removeAttribute("tabindex");
  }, [map, label, still]);
  const { view } = sketch;
  const fitsLoosely = initial === null && !still;
  const placed = useRef(false);
  useEffect(() => {
    if (!map || placed.current) return;
    placed.current = true;
    // Whole zoom levels would often leave half of the box empty: here a little may stand beyond the edge.
    if (fitsLoosely) map.setZoom(nearestZoom(map, view), { animate: false });
  }, [map, fitsLoosely, view]);
  useEffect(() => {
    if (map && !still && !greedy) return beginPoliteness(map, hint);
  }, [map, still, greedy, hint]);

  const moves = !still;
  const calm = typeof window !== "undefined" && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return (
    <div className="absolute inset-0 isolate overflow-hidden">
      <MapContainer
        ref={setMap}
        className="size-full"
        bounds={leafletBounds(initial ?? sketch.view)}
        maxBounds={leafletBounds(widen(sketch.bounds, 0.6))}
        maxBoundsViscosity={0.7}
        minZoom={Math.max(8, Math.floor(fittingZoom(sketch.bounds, 260)))}
        maxZoom={18}
        zoomControl={false}
        attributionControl={false}
        zoomAnimation={!calm}
        fadeAnimation={!calm}
        inertia={!calm}
        dragging={moves}
        keyboard={moves}
        touchZoom={moves}
        scrollWheelZoom={moves}
        doubleClickZoom={moves}
        boxZoom={false}
      >
        <SketchBackground sketch={sketch} />
        {tiles && tileState !== "refused" && (
          <TileOverlay key={attempt} tiles={tiles} onState={setTileState} />
        )}
        {children}
      </MapContainer>
      <MapChrome
        map={still ? null : map}
        wholeCity={sketch.bounds}
        credit={tileState === "shown" ? (tiles?.attribution ?? null) : { text: mapLabels.sketchCredit }}
        refused={tileState === "refused" && !still}
        hinted={hinted}
        onRetry={() => {
          setTileState("waiting");
          setAttempt((count) => count + 1);
        }}
      />
    </div>
  );
}
