"use client";

import dynamic from "next/dynamic";
import type { HeatMapProps } from "./heat-map-view";
import { MapSkeleton } from "./map-skeleton";

const HeatMapView = dynamic(() => import("./heat-map-view"), { ssr: false, loading: () => <MapSkeleton /> });

const BOX = "relative h-96 overflow-hidden rounded-8 border border-line lg:h-112";

/** Where the map will be. */
export const HeatMapPlace = () => (
  <div className={`${BOX} print:hidden`}>
    <MapSkeleton />
  </div>
);

/** Where many lie: squares over the house's map. */
export function HeatMap(props: HeatMapProps) {
  return (
    <div className={BOX}>
      <HeatMapView {...props} />
    </div>
  );
}
