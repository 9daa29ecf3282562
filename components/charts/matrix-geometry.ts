import { lengthOfValue } from "./chart-value";
import { labelledPoints, textWidth } from "./scale";
import type { ChartGrid } from "./types";

/** Rows become columns and the other way round. */
export const turned = ({ rows, columns, cells }: ChartGrid): ChartGrid => ({
  rows: columns,
  columns: rows,
  cells: columns.map((_, c) => rows.map((__, r) => cells[r]?.[c] ?? null)),
});

const SIZE = 12;
const widest = (labels: { label: string }[]) => Math.max(0, ...labels.map((l) => textWidth(l.label, SIZE)));
const slotOf = (grid: ChartGrid, width: number) =>
  (width - Math.min(widest(grid.rows) + 10, width * 0.4)) / Math.max(1, grid.columns.length);

/** Names of columns that do not fit stand better as rows: the grid is turned where that leaves more room. */
export function facing(grid: ChartGrid, width: number): ChartGrid {
  const over = (g: ChartGrid) => widest(g.columns) / slotOf(g, width);
  const other = turned(grid);
  return over(grid) > 3 && over(other) < over(grid) ? other : grid;
}

export function matrixGeometry(grid: ChartGrid, width: number) {
  const names = Math.min(widest(grid.rows) + 10, width * 0.4);
  const slot = slotOf(grid, width);
  const row = 28;
  const top = 24;
  const max = Math.max(0, ...grid.cells.flat().map(lengthOfValue));
  const fits = widest(grid.columns) + 4 <= slot;
  return {
    ...{ names, slot, row, top, max },
    height: top + grid.rows.length * row + 30,
    isWritten: slot >= 26,
    labelled: fits
      ? grid.columns.map((_, i) => i)
      : labelledPoints(grid.columns.length, width - names, Math.min(widest(grid.columns), slot * 3)),
    labelRoom: fits ? slot : Math.max(slot, Math.min(widest(grid.columns), slot * 3)),
  };
}
