import { axisUnit } from "./chart-value";
import { chartLabels } from "./labels";
import { labelledPoints, lineFloor, niceTicks, placeInRows, scaleOf, shortNumber, textWidth } from "./scale";
import type { ChartMark, ChartPoint, ChartSeries } from "./types";

export type TimeShape = "lines" | "stack";
export type TimeInput = {
  points: ChartPoint[];
  series: ChartSeries[];
  shape: TimeShape;
  marks: ChartMark[];
  unit: string;
};
export type LegendItem = {
  kind: "series" | "before" | "mark";
  index: number;
  label: string;
  x: number;
  y: number;
};

const TEXT = 12;
const LEGEND_ROW = 22;
const SWATCH = 34;
export const FLAG_HEIGHT = 20;

/** A tenth of a pixel is as fine as anything is drawn; hundreds of longer numbers would be most of the page. */
export const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;

const known = (values: readonly (number | null)[]) => values.filter((v): v is number => v !== null);

/** The height of each column: upwards and downwards, of the period and of the one it is compared with. */
export function stackTotals(series: readonly ChartSeries[], n: number) {
  const sum = (below: boolean, of: (s: ChartSeries) => (number | null)[] | null) =>
    Array.from({ length: n }, (_, i) =>
      series.filter((s) => (s.isBelow ?? false) === below).reduce((total, s) => total + (of(s)?.[i] ?? 0), 0),
    );
  const isCompared = series.some((s) => s.before !== null);
  return {
    up: sum(false, (s) => s.values),
    down: sum(true, (s) => s.values),
    before: isCompared ? sum(false, (s) => s.before) : null,
  };
}

function extent({ series, points, shape }: TimeInput): [number, number] {
  if (shape === "stack") {
    const { up, down, before } = stackTotals(series, points.length);
    return [-Math.max(0, ...down), Math.max(0, ...up, ...(before ?? []))];
  }
  const all = series.flatMap((s) => [...known(s.values), ...known(s.before ?? []).slice(0, points.length)]);
  return [lineFloor(all), all.length > 0 ? Math.max(...all) : 0];
}

/** Names and their places, in rows over the plot. A single series without a comparison needs none. */
function placeLegend(input: TimeInput, width: number): { items: LegendItem[]; rows: number } {
  const isCompared = input.series.some((s) => s.before !== null);
  const wanted: Omit<LegendItem, "x" | "y">[] = [
    ...input.series.map((s, index) => ({ kind: "series" as const, index, label: s.label })),
    ...(isCompared
      ? [
          {
            kind: "before" as const,
            index: 0,
            label:
              input.shape === "stack" && input.series.length > 1
                ? chartLabels.beforeTotal
                : chartLabels.before,
          },
        ]
      : []),
    ...(input.marks.length > 0 ? [{ kind: "mark" as const, index: 0, label: chartLabels.mark }] : []),
  ];
  if (wanted.length < 2) return { items: [], rows: 0 };
  const places = placeInRows(
    wanted.map((item) => SWATCH + textWidth(item.label, TEXT) + 18),
    width,
  );
  const items = wanted.map((item, i) => ({
    ...item,
    x: places[i]?.x ?? 0,
    y: (places[i]?.row ?? 0) * LEGEND_ROW + 14,
  }));
  return { items, rows: (places.at(-1)?.row ?? 0) + 1 };
}

/** Everything a drawing over time needs to know of its places. `height`: of the whole. */
export function timeGeometry(input: TimeInput, width: number, height: number) {
  const legend = placeLegend(input, width);
  const [low, high] = extent(input);
  const counted = axisUnit(input.unit, high);
  const ticks = niceTicks(low / counted.by, high / counted.by, 4, input.unit === "%").map((t) => ({
    at: t * counted.by,
    label: shortNumber(Math.abs(t)),
  }));
  const axis = Math.max(...ticks.map((t) => textWidth(t.label, TEXT))) + 10;
  const top = legend.rows * LEGEND_ROW + (input.marks.length > 0 ? FLAG_HEIGHT : 0) + 20;
  const plot = { left: axis, right: width - 8, top, bottom: height - 26 };
  const n = input.points.length;
  const slot = (plot.right - plot.left) / Math.max(1, n);
  const first = ticks[0]?.at ?? 0;
  const end = ticks.at(-1)?.at ?? 1;
  const x = (i: number) => tenth(plot.left + slot * (i + 0.5));
  const scale = scaleOf([first, end], [plot.bottom, plot.top]);
  const y = (value: number) => tenth(scale(value));
  const widest = Math.max(0, ...input.points.map((p) => textWidth(p.label, TEXT)));
  return {
    ...{ width, height, plot, slot, ticks, x, y, legend: legend.items },
    labelled: labelledPoints(n, plot.right - plot.left, widest),
    base: y(Math.max(first, Math.min(0, end))),
    isFromZero: first <= 0,
    unitName: counted.name,
  };
}
export type TimeGeometry = ReturnType<typeof timeGeometry>;

/** The columns of each series as paths: of whole points, and of those that are cut or not over yet. */
export function stackColumns(
  { points, series }: TimeInput,
  at: TimeGeometry,
  width: number,
): { whole: string; unfinished: string }[] {
  const columns = series.map(() => ({ whole: "", unfinished: "" }));
  const wide = Math.floor(width * 100) / 100;
  for (const [i, point] of points.entries()) {
    const ends = { up: 0, down: 0 };
    for (const [index, one] of series.entries()) {
      const value = one.values[i] ?? 0;
      const column = columns[index];
      if (value === 0 || !column) continue;
      const from = one.isBelow ? -ends.down : ends.up;
      const to = one.isBelow ? from - value : from + value;
      if (one.isBelow) ends.down += value;
      else ends.up += value;
      const top = Math.min(at.y(from), at.y(to));
      const height = tenth(Math.max(1, Math.abs(at.y(from) - at.y(to))));
      column[point.isWhole ? "whole" : "unfinished"] +=
        `M${tenth(at.x(i) - width / 2)} ${top}h${wide}v${height}h${-wide}z`;
    }
  }
  return columns;
}

/** Marks of one point share one flag; each flag carries the number of its place in the list. */
export function flagsOf(marks: readonly ChartMark[]): { at: number; number: number; labels: string[] }[] {
  const byPoint = new Map<number, string[]>();
  for (const mark of marks) byPoint.set(mark.at, [...(byPoint.get(mark.at) ?? []), mark.label]);
  return [...byPoint].sort(([a], [b]) => a - b).map(([at, labels], i) => ({ at, number: i + 1, labels }));
}
