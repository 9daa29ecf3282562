"use client";

import { useMemo, useState } from "react";
import { ChartReader, ChartReadout } from "@/components/charts/chart-reader";
import { HEAT_STEPS, squaresOf } from "@/components/map/heat";
import { HeatDrawing } from "@/components/map/heat-drawing";
import { HeatMap, HeatMapPlace } from "@/components/map/heat-map";
import type { MapTiles } from "@/components/map/types";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { SketchText } from "@/lib/areas/sketch";
import { heatCells } from "./card";
import { squareWords } from "./heat-words";
import { analyticsLabels as t } from "./labels";

type Props = {
  title: string;
  zoom: number;
  /** As a card carries them. */
  cells: number[];
  sketch: SketchText;
  tiles: MapTiles | null;
};

/** Squares of reports over the city: the map on the screen, a flat drawing on paper. */
export function HeatPanel(props: Props) {
  // A map is of the browser only: the server need not reckon and send thousands of squares twice.
  const isHydrated = useHydrated();
  const max = props.cells[2] ?? 0; // the fullest is the first
  return (
    <div>
      {isHydrated ? (
        <Heat {...props} />
      ) : (
        <>
          <HeatMapPlace />
          <ChartReadout>{t.heatHint}</ChartReadout>
        </>
      )}
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

function Heat({ title, zoom, cells: flat, sketch, tiles }: Props) {
  const [active, setActive] = useState<number | null>(null);
  const cells = useMemo(() => heatCells(flat), [flat]);
  const squares = useMemo(() => squaresOf(cells, zoom), [cells, zoom]);
  const words = useMemo(() => squareWords(cells, zoom, sketch), [cells, zoom, sketch]);
  return (
    <>
      <div className="relative print:hidden">
        <HeatMap
          sketch={sketch}
          tiles={tiles}
          squares={squares}
          label={`${title} ${t.heatMap}`}
          active={active}
          onActive={setActive}
        />
        <ChartReader
          label={title}
          count={cells.length}
          first={0}
          active={active}
          words={words}
          onActive={setActive}
        />
      </div>
      <ChartReadout>{active === null ? t.heatHint : words(active)}</ChartReadout>
      <HeatDrawing sketch={sketch} squares={squares} />
    </>
  );
}
