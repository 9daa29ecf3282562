"use client";

import { useEffect } from "react";
import { useMap } from "react-leaflet";
import type { MapSketch } from "@/lib/areas/sketch";
import { PatientTileLayer, probeTiles } from "./patient-tiles";
import { SketchLayer } from "./sketch-layer";
import type { MapTiles } from "./types";

export type TileState = "none" | "waiting" | "shown" | "refused";

/**
 * The schematic map, always there. Redrawn when light turns to dark, when the box changes its size, and
 * for paper.
 */
export function SketchBackground({ sketch }: { sketch: MapSketch }) {
  const map = useMap();
  useEffect(() => {
    const layer = new SketchLayer(sketch).addTo(map);
    const redraw = () => layer.redraw();
    const scheme = window.matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", redraw);
    const paper = () => layer.redraw("light");
    window.addEventListener("beforeprint", paper);
    window.addEventListener("afterprint", redraw);
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
    const size = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    size.observe(map.getContainer());
    return () => {
      scheme.removeEventListener("change", redraw);
      window.removeEventListener("beforeprint", paper);
      window.removeEventListener("afterprint", redraw);
      theme.disconnect();
      size.disconnect();
      layer.remove();
    };
  }, [map, sketch]);
  return null;
}

/**
 * Tiles on top of the sketch, as long as they come. Take it off the map when
 * `onState` says refused; a new `key` tries again.
 */
export function TileOverlay({ tiles, onState }: { tiles: MapTiles; onState: (state: TileState) => void }) {
  const map = useMap();
  // By value: a page that makes its tiles anew at each render must not make the map ask again.
  const { url, maxZoom } = tiles;
  useEffect(() => {
    let gone = false;
    let layer: PatientTileLayer | null = null;
    onState("waiting");
    probeTiles({ url, maxZoom }, map.getCenter(), map.getZoom()).then((reachable) => {
      if (gone) return;
      if (!reachable) {
        onState("refused");
        return;
      }
      layer = new PatientTileLayer(
        { url, maxZoom },
        {
          onShown: () => onState("shown"),
          onRefused: () => onState("refused"),
        },
      ).addTo(map);
    });
    return () => {
      gone = true;
      layer?.remove();
    };
  }, [map, url, maxZoom, onState]);
  return null;
}
