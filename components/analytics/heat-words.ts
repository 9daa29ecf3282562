import { openSketch } from "@/components/map/open-sketch";
import { OUTSIDE } from "@/lib/analytics/messages";
import type { HeatCell } from "@/lib/analytics/view";
import { areaNamer } from "@/lib/areas/outline";
import type { SketchText } from "@/lib/areas/sketch";
import { cellCenter } from "@/lib/core/geo";
import { analyticsLabels as t } from "./labels";

/** What each square says. The sketch is opened when the first is asked for. */
export function squareWords(
  cells: readonly HeatCell[],
  zoom: number,
  sketch: SketchText,
): (i: number) => string {
  let areaOf: ReturnType<typeof areaNamer> | null = null;
  return (i) => {
    const cell = cells[i];
    if (!cell) return "";
    areaOf ??= areaNamer(openSketch(sketch));
    return t.heatSquare(areaOf(cellCenter(cell, zoom)) ?? OUTSIDE, cell.n, i + 1, cells.length);
  };
}
