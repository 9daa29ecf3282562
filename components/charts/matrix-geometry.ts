import { lengthOfValue } from "./chart-value";
import { labelledPoints, linesToWidth, textWidth } from "./scale";
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

/** Hours can be counted on from a neighbour that is written; a name that is left out can not. */
const isCounted = ({ columns }: ChartGrid) => columns.every(({ label }) => /^\d/.test(label));
/** A sign a line is the least that a name needs. */
const hasLines = (grid: ChartGrid, width: number) => !isCounted(grid) && slotOf(grid, width) > SIZE;

/** Names of columns that do not fit stand better as rows: the grid is turned where that leaves more room. */
export function facing(grid: ChartGrid, width: number): ChartGrid {
  const over = (g: ChartGrid) => widest(g.columns) / slotOf(g, width);
  const other = turned(grid);
  if (!isCounted(grid) && !hasLines(grid, width) && hasLines(other, width)) return other;
  return over(grid) > 3 && over(other) < over(grid) ? other : grid;
}

const HEAD_LINE = 13;
const MOST_HEAD_LINES = 8;

/** Lines of one name, the last of which stands at `y`. */
const fromBelow = (lines: string[], y: number) =>
  lines.map((text, i) => ({ text, y: y - HEAD_LINE * (lines.length - 1 - i) }));

/** Names over the columns, in lines where they are too narrow: at phone width a sign a line. */
function headsOf(grid: ChartGrid, width: number, names: number): { at: number; lines: string[] }[] {
  const [slot, most] = [slotOf(grid, width), widest(grid.columns)];
  const isWritten = most + 4 <= slot || hasLines(grid, width);
  const at = isWritten
    ? grid.columns.map((_, i) => i)
    : labelledPoints(grid.columns.length, width - names, Math.min(most, slot * 3));
  const room = isWritten ? slot - 2 : Math.max(slot, Math.min(most, slot * 3));
  return at.map((i) => ({
    at: i,
    lines: linesToWidth(grid.columns[i]?.label ?? "", SIZE, room, isWritten ? MOST_HEAD_LINES : 1),
  }));
}

/** Over the middle of its column; a name wider than that stays inside the drawing. */
function headPlace(middle: number, lines: readonly string[], width: number): number {
  const half = Math.max(0, ...lines.map((text) => textWidth(text, SIZE))) / 2;
  return Math.min(middle, width - half);
}

export function matrixGeometry(grid: ChartGrid, width: number) {
  const names = Math.min(widest(grid.rows) + 10, width * 0.4);
  const slot = slotOf(grid, width);
  const row = 28;
  const heads = headsOf(grid, width, names);
  const top = 11 + HEAD_LINE * Math.max(1, ...heads.map(({ lines }) => lines.length));
  const max = Math.max(0, ...grid.cells.flat().map(lengthOfValue));
  return {
    ...{ names, slot, row, top, max },
    heads: heads.map(({ at, lines }) => ({
      at,
      x: headPlace(names + slot * (at + 0.5), lines, width),
      lines: fromBelow(lines, top - 8),
    })),
    rowNames: grid.rows.map(({ label }, r) => {
      const lines = linesToWidth(label, SIZE, names - 8, 2);
      return fromBelow(lines, top + r * row + (lines.length > 1 ? 24 : 18));
    }),
    height: top + grid.rows.length * row + 30,
    isWritten: slot >= 26,
  };
}
