"use client";

import type { Map as LeafletMap } from "leaflet";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { lookUpArea } from "@/lib/areas/lookup";
import { outlineShapes } from "@/lib/areas/outline";
import { CoordinateFields } from "./coordinate-fields";
import { degrees, roundPoint } from "./coordinates";
import { pickerLabels } from "./labels";
import { MapSkeleton } from "./map-skeleton";
import { openSketch } from "./open-sketch";
import type { PlacePickerProps } from "./types";

const PlaceMap = dynamic(() => import("./place-map"), { ssr: false, loading: () => <MapSkeleton /> });

/**
 * Picks a point: by pressing the map, dragging the pin, arrow keys on the pin, the middle of the map, or two fields.
 * `className` sizes the map.
 */
export function PlacePicker({ value, onChange, sketch, tiles, label, className, compact }: PlacePickerProps) {
  const [map, setMap] = useState<LeafletMap | null>(null);
  const shapes = useMemo(() => outlineShapes(openSketch(sketch)), [sketch]);
  const where = useMemo(() => {
    if (!value) return null;
    const { areaKey, inside } = lookUpArea({ addresses: null, shapes }, value, null);
    if (!inside) return pickerLabels.outside;
    const area = openSketch(sketch).areas.find((one) => one.key === areaKey);
    return area ? pickerLabels.around(area.name) : null;
  }, [value, shapes, sketch]);

  return (
    <div className="flex flex-col gap-2">
      <div className={cx("relative overflow-hidden rounded-8 border border-line", className ?? "h-72")}>
        <PlaceMap
          value={value}
          onMove={onChange}
          onMap={setMap}
          sketch={sketch}
          tiles={tiles}
          label={label ?? pickerLabels.map}
        />
      </div>
      <p role="status" className="flex flex-wrap items-center gap-x-2 text-sm">
        <Icon name={value ? "map-pin" : "map-pin-off"} size={16} className="text-muted" />
        {value ? (
          <>
            {where && <strong className="font-bold">{where}</strong>}
            <span className="tabular text-muted">
              {pickerLabels.at(degrees(value.lat), degrees(value.lng))}
            </span>
          </>
        ) : (
          <span className="text-muted">{pickerLabels.none}</span>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon="map-pin-plus"
          disabled={!map}
          onPress={() => map && onChange(roundPoint(map.getCenter()))}
        >
          {pickerLabels.center}
        </Button>
        {value && (
          <Button size="sm" variant="quiet" icon="x" onPress={() => onChange(null)}>
            {pickerLabels.clear}
          </Button>
        )}
      </div>
      {!compact && <p className="text-sm leading-5 text-muted">{pickerLabels.hint}</p>}
      {compact ? (
        <details className="text-sm">
          <summary className="min-h-6 cursor-pointer py-1 text-link">{pickerLabels.coordinates}</summary>
          <CoordinateFields value={value} onChange={onChange} />
        </details>
      ) : (
        <CoordinateFields value={value} onChange={onChange} />
      )}
    </div>
  );
}
