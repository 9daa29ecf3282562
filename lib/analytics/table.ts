import { cellCenter } from "@/lib/core/geo";
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

export function tableOfBars({ bars }: Bars, what: string): Table {
  const isCompared = bars.some((bar) => bar.before !== null);
  return {
    columns: [what, ...compared(isCompared), "割合(%)"],
    rows: bars.map((bar) => [
      bar.label,
      shown(bar.now),
      ...(isCompared ? [shown(bar.before)] : []),
      bar.share === null ? null : Math.round(bar.share * 1000) / 10,
    ]),
  };
}

export const tableOfMatrix = ({ rows, columns, cells }: Matrix, what: string): Table => ({
  columns: [what, ...columns.map((column) => column.label)],
  rows: rows.map((row, r) => [row.label, ...columns.map((_, c) => shown(cells[r]?.[c] ?? null))]),
});

export const tableOfFunnel = ({ steps }: Funnel, what: string): Table => ({
  columns: [what, "ここまで来た", "ここでやめた", "いまここにいる"],
  rows: steps.map((step) => [step.label, step.reached, step.left, step.open]),
});

/** Squares of the map by their middle, the fullest first. */
export const tableOfCells = (cells: readonly HeatCell[], zoom: number, what: string): Table => ({
  columns: [what, "東経", "件数"],
  rows: [...cells]
    .sort((a, b) => b.n - a.n)
    .map((cell) => {
      const { lat, lng } = cellCenter(cell, zoom);
      return [lat, lng, cell.n];
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
