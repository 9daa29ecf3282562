/** A number; `few`: too few to be told; `hidden`: it would tell such a number; null: none. */
export type ChartValue = number | "few" | "hidden" | null;

/** A place on the axis of time. `spoken` names it in full: asked for one at a time, since there are hundreds of them. */
export type ChartPoint = { key: string; label: string; spoken: () => string; isWhole: boolean };
export type ChartSeries = {
  key: string;
  label: string;
  values: (number | null)[];
  /** Of the points that it is compared with; null: nothing to compare. */
  before: (number | null)[] | null;
  /** Stacked columns only: drawn downwards from the axis. */
  isBelow?: boolean;
};
/** Something that happened at a point. */
export type ChartMark = { at: number; label: string; href: string | null };

export type ChartBar = {
  key: string;
  label: string;
  now: ChartValue;
  before: ChartValue;
  share: number | null;
};
export type ChartGrid = {
  rows: { key: string; label: string }[];
  columns: { key: string; label: string }[];
  cells: ChartValue[][];
};
export type ChartStep = { id: string; label: string; reached: number; left: number; open: number };
