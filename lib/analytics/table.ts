import type { Bars, Funnel, Held, Line, Matrix, Timeline } from "./view";

/** The same numbers as a chart, as a table: what is shown beside it, and what a file holds. */
export type Cell = string | number | null;
export type Table = { columns: string[]; rows: Cell[][] };

/** How a number that is held back is written. */
export const FEW = "5人未満";
const NOW = "この期間";
const BEFORE = "比較期間";
const shown = (n: Held): Cell => (n === "few" ? FEW : n);
const compared = (isCompared: boolean): string[] => (isCompared ? [NOW, BEFORE] : [NOW]);

/** A row a bucket, a column a line, and one more for each line's earlier period, whose days are named. */
export function tableOfTimeline({ buckets, bucketsBefore, lines }: Timeline, what = "期間"): Table {
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

export const tableOfFunnel = ({ steps }: Funnel): Table => ({
  columns: ["段階", "ここまで来た", "ここでやめた", "いまここにいる"],
  rows: steps.map((step) => [step.label, step.reached, step.left, step.open]),
});
