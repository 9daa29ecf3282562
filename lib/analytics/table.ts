import { cellCenter, type Point } from "@/lib/core/geo";
import { OUTSIDE } from "./messages";
import type { Bars, BroadcastLine, Funnel, HeatCell, Held, Line, Matrix, Maybe, Timeline } from "./view";

/** The same numbers as a chart, as a table: what is shown beside it, and what a file holds. */
export type Cell = string | number | null;
export type Table = { columns: string[]; rows: Cell[][] };

/** How a number that is held back is written. */
export const FEW = "5人未満";
/** And one that would tell such a number by subtraction. */
export const HIDDEN = "非公表";
const NOW = "この期間";
const BEFORE = "比較期間";
const SHARE = "割合(%)";
const shown = (n: Held): Cell => (n === "few" ? FEW : n === "hidden" ? HIDDEN : n);
const compared = (isCompared: boolean): string[] => (isCompared ? [NOW, BEFORE] : [NOW]);

/** A row a bucket, a column a line, and one more for each line's earlier period, whose days are named. */
export function tableOfTimeline({ buckets, bucketsBefore, lines }: Timeline, what: string): Table {
  const before = (line: Line) => (bucketsBefore ? [`${line.label}(${BEFORE})`] : []);
  const days = ({ from, to }: { from: string; to: string }) => (from === to ? from : `${from}〜${to}`);
  const length = Math.max(buckets.length, bucketsBefore?.length ?? 0);
  return {
    columns: [
      what,
      ...(bucketsBefore ? [`${what}(${BEFORE})`] : []),
      ...lines.flatMap((line) => [line.label, ...before(line)]),
    ],
    rows: Array.from({ length }, (_, i) => [
      buckets[i] ? days(buckets[i]) : null,
      ...(bucketsBefore ? [bucketsBefore[i] ? days(bucketsBefore[i]) : null] : []),
      ...lines.flatMap((line) => [
        line.values[i] ?? null,
        ...(bucketsBefore ? [line.before?.[i] ?? null] : []),
      ]),
    ]),
  };
}

export function tableOfBars({ bars, unit }: Bars, what: string): Table {
  if (unit === "%") return { columns: [what, SHARE], rows: bars.map((bar) => [bar.label, shown(bar.now)]) };
  const isCompared = bars.some((bar) => bar.before !== null);
  return {
    columns: [what, ...compared(isCompared), SHARE],
    rows: bars.map((bar) => [
      bar.label,
      shown(bar.now),
      ...(isCompared ? [shown(bar.before)] : []),
      bar.share === null ? null : Math.round(bar.share * 1000) / 10,
    ]),
  };
}

/** Cells are bare numbers, for a file's sake: that they are percent stands over them. */
export const tableOfMatrix = ({ unit, rows, columns, cells }: Matrix, what: string): Table => ({
  columns: [what, ...columns.map(({ label }) => (unit === "%" ? `${label}(%)` : label))],
  rows: rows.map((row, r) => [row.label, ...columns.map((_, c) => shown(cells[r]?.[c] ?? null))]),
});

/** A scenario asks for some things more than once: the number tells steps of the same name apart, as in the drawing. */
export const tableOfFunnel = ({ steps }: Funnel, what: string): Table => ({
  columns: [what, "ここまで来た", "ここでやめた", "いまここにいる"],
  rows: steps.map((step, i) => [`${i + 1}. ${step.label}`, step.reached, step.left, step.open]),
});

/** The order in which squares of the map are told. */
export const fullestFirst = (cells: readonly HeatCell[]): HeatCell[] => [...cells].sort((a, b) => b.n - a.n);

/** Squares of the map by their middle, in the order given. `areaOf` null: nobody knows the city's areas. */
export const tableOfCells = (
  cells: readonly HeatCell[],
  zoom: number,
  what: string,
  areaOf: ((middle: Point) => string | null) | null,
): Table => ({
  columns: [what, "北緯", "東経", "件数"],
  rows: cells.map((cell) => {
    const middle = cellCenter(cell, zoom);
    return [areaOf && (areaOf(middle) ?? OUTSIDE), middle.lat, middle.lng, cell.n];
  }),
});

const percent = (part: Maybe): Maybe => (part === null ? null : Math.round(part * 1000) / 10);

export const tableOfBroadcasts = (list: readonly BroadcastLine[], what: string): Table => ({
  columns: [
    what,
    "件名",
    "担当課",
    "届けた数(通)",
    "開封(人)",
    "開封率(%)",
    "クリック(人)",
    "クリック率(%)",
    "24時間以内のブロック(人)",
    "ブロック率(%)",
  ],
  rows: list.map((b) => [
    b.day,
    b.title,
    b.section,
    shown(b.reach),
    b.opens,
    percent(b.openShare),
    b.clicks,
    percent(b.clickShare),
    shown(b.blocks),
    percent(b.blockShare),
  ]),
});
