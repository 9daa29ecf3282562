"use client";

import { useMemo, useState } from "react";
import { ChartReader, ChartReadout } from "@/components/charts/chart-reader";
import { HEAT_STEPS, squaresOf } from "@/components/map/heat";
import { HeatDrawing } from "@/components/map/heat-drawing";
import { HeatMap } from "@/components/map/heat-map";
import type { MapTiles } from "@/components/map/types";
import { useHydrated } from "@/components/ui/use-hydrated";
import { fullestFirst } from "@/lib/analytics/table";
import type { HeatCell } from "@/lib/analytics/view";
import type { SketchText } from "@/lib/areas/sketch";
import { squareWords } from "./heat-words";
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
  // For readers, paper and picture files only: the server need not make and send it.
  const isHydrated = useHydrated();
  const [active, setActive] = useState<number | null>(null);
  const ordered = useMemo(() => fullestFirst(cells), [cells]);
  const squares = useMemo(() => squaresOf(ordered, zoom), [ordered, zoom]);
  const words = useMemo(() => squareWords(ordered, zoom, sketch), [ordered, zoom, sketch]);
  const max = Math.max(0, ...cells.map((cell) => cell.n));
  return (
    <div>
      <div className="relative print:hidden">
        <HeatMap
          sketch={sketch}
          tiles={tiles}
          squares={squares}
          label={`${title} ${t.heatMap}`}
          active={active}
          onActive={setActive}
        />
        {isHydrated && (
          <ChartReader
            label={title}
            count={ordered.length}
            first={0}
            active={active}
            words={words}
            onActive={setActive}
          />
        )}
      </div>
      <ChartReadout>{active === null ? t.heatHint : words(active)}</ChartReadout>
      {isHydrated && <HeatDrawing sketch={sketch} squares={squares} />}
      <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-muted tabular">
        <span>1件</span>
        <span className="flex" aria-hidden>
          {HEAT_STEPS.map((step) => (
            <span
              key={step}
              className="h-4 w-6 border border-line forced-color-adjust-none print:[print-color-adjust:exact]"
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
