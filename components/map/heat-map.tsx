"use client";

import dynamic from "next/dynamic";
import type { HeatMapProps } from "./heat-map-view";
import { MapSkeleton } from "./map-skeleton";

const HeatMapView = dynamic(() => import("./heat-map-view"), { ssr: false, loading: () => <MapSkeleton /> });

/** Where many lie: squares over the house's map. */
export function HeatMap(props: HeatMapProps) {
  return (
    <div className="relative h-96 overflow-hidden rounded-8 border border-line lg:h-112">
      <HeatMapView {...props} />
    </div>
  );
}
