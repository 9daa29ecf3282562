"use client";

import { HEAT_STEPS, squaresOf } from "@/components/map/heat";
import { HeatDrawing } from "@/components/map/heat-drawing";
import { HeatMap } from "@/components/map/heat-map";
import type { MapTiles } from "@/components/map/types";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { HeatCell } from "@/lib/analytics/view";
import type { SketchText } from "@/lib/areas/sketch";
import { analyticsLabels as t } from "./labels";

/** Squares of reports over the city: the map on the screen, a flat drawing on paper. */
export function HeatPanel({
  title,
  zoom,
  cells,
  sketch,
  tiles,
}: {
  title: string;
  zoom: number;
  cells: HeatCell[];
  sketch: SketchText;
  tiles: MapTiles | null;
}) {
  // For paper and picture files only: the server need not draw and send it.
  const isHydrated = useHydrated();
  const squares = squaresOf(cells, zoom);
  const max = Math.max(0, ...cells.map((cell) => cell.n));
  return (
    <div>
      <div className="print:hidden">
        <HeatMap sketch={sketch} tiles={tiles} squares={squares} label={`${title} ${t.heatMap}`} unit="件" />
      </div>
      {isHydrated && <HeatDrawing sketch={sketch} squares={squares} />}
      <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-muted tabular">
        <span>1件</span>
        <span className="flex" aria-hidden>
          {HEAT_STEPS.map((step) => (
            <span
              key={step}
              className="h-4 w-6 border border-line print:[print-color-adjust:exact]"
              style={{ background: `var(--heat-${step})` }}
            />
          ))}
        </span>
        <span>{max.toLocaleString("ja-JP")}件</span>
        <span>{t.heatRest}</span>
      </p>
    </div>
  );
}
