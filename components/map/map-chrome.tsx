"use client";

import type { Map as LeafletMap } from "leaflet";
import { IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Bounds } from "@/lib/core/geo";
import { mapLabels } from "./labels";
import { leafletBounds } from "./map-data";

type Props = {
  /** Null: the map is a picture and has no buttons. */
  map: LeafletMap | null;
  wholeCity: Bounds;
  credit: { text: string; href?: string } | null;
  refused: boolean;
  hinted: boolean;
  onRetry: () => void;
};

/** Buttons, notes and the credit, beside the map in the document and above it on the screen. */
export function MapChrome({ map, wholeCity, credit, refused, hinted, onRetry }: Props) {
  const coarse = typeof window !== "undefined" && window.matchMedia("(pointer: coarse)").matches;
  return (
    <div className="pointer-events-none absolute inset-0 z-[1000]">
      {map && (
        <div className="pointer-events-auto absolute right-2 top-2 flex flex-col overflow-hidden rounded-8 border border-line bg-surface shadow-overlay">
          <IconButton icon="plus" label={mapLabels.zoomIn} placement="left" onPress={() => map.zoomIn()} />
          <IconButton icon="minus" label={mapLabels.zoomOut} placement="left" onPress={() => map.zoomOut()} />
          <IconButton
            icon="map"
            label={mapLabels.wholeCity}
            placement="left"
            onPress={() => map.fitBounds(leafletBounds(wholeCity), { padding: [8, 8] })}
          />
        </div>
      )}
      {hinted && (
        <p
          aria-hidden="true"
          className="absolute inset-x-4 top-1/2 mx-auto w-fit -translate-y-1/2 rounded-8 bg-solid-gray-900/85 px-4 py-2 text-center text-sm text-white animate-[fade-in_120ms]"
        >
          {coarse ? mapLabels.touchHint : mapLabels.wheelHint}
        </p>
      )}
      <div className="absolute inset-x-1 bottom-1 flex flex-wrap items-end justify-between gap-1 text-xs leading-5">
        <div role="status">
          {refused && (
            <span className="pointer-events-auto inline-flex flex-wrap items-center gap-x-2 rounded-6 border border-line bg-surface/95 px-2 py-0.5 text-muted">
              <span className="inline-flex items-center gap-1">
                <Icon name="info" size={14} />
                {mapLabels.tilesRefused}
              </span>
              <button
                type="button"
                onClick={onRetry}
                className="min-h-6 text-link underline underline-offset-2"
              >
                {mapLabels.retryTiles}
              </button>
            </span>
          )}
        </div>
        {credit?.text && (
          <span className="pointer-events-auto ml-auto rounded-4 bg-surface/85 px-1.5 text-muted">
            {credit.href ? (
              <a href={credit.href} target="_blank" rel="noreferrer" className="text-link underline">
                {credit.text}
              </a>
            ) : (
              credit.text
            )}
          </span>
        )}
      </div>
    </div>
  );
}
