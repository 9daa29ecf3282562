"use client";

import dynamic from "next/dynamic";
import { cx } from "@/components/ui/class-names";
import { MapSkeleton } from "./map-skeleton";
import type { MiniMapProps } from "./types";

const MiniMapView = dynamic(() => import("./mini-map-view"), { ssr: false, loading: () => <MapSkeleton /> });

/** Where one report is: a picture of the map with its pin. `className` sizes it; 12 rem high without one. */
export function MiniMap({ className, ...props }: MiniMapProps) {
  return (
    <div className={cx("relative overflow-hidden rounded-8 border border-line", className ?? "h-48")}>
      <MiniMapView {...props} />
    </div>
  );
}
