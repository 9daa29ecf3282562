"use client";

import dynamic from "next/dynamic";
import { cx } from "@/components/ui/class-names";
import { MapSkeleton } from "./map-skeleton";
import type { CityMapProps } from "./types";

/** Leaflet needs a window: the map is loaded in the browser only. */
const CityMapView = dynamic(() => import("./city-map-view"), { ssr: false, loading: () => <MapSkeleton /> });

/** The city with its reports. Fills the box that `className` gives it. */
export function CityMap({ className, ...props }: CityMapProps) {
  return (
    <div className={cx("relative", className)}>
      <CityMapView {...props} />
    </div>
  );
}
