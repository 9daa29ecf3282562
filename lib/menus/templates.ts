/** A place of a template, as shares of the picture below the tab bar: x, y, width, height. */
type Share = readonly [number, number, number, number];
export type TemplateKey =
  | "feature-8"
  | "feature-6"
  | "grid-3x3"
  | "grid-3x2"
  | "grid-2x3"
  | "grid-2x2"
  | "split-1-3"
  | "split-1-2"
  | "half-3"
  | "half-2";
export type Template = { isHalf: boolean; places: readonly Share[] };

const LARGE = 0.392;
const SMALL = (1 - LARGE) / 2;

const grid = (columns: number, rows: number): Share[] =>
  Array.from({ length: columns * rows }, (_, i) => [
    (i % columns) / columns,
    Math.floor(i / columns) / rows,
    1 / columns,
    1 / rows,
  ]);
/** A large place, a lower one under it, and rows of two small ones beside them. */
const feature = (rows: number): Share[] => [
  [0, 0, LARGE, 2 / 3],
  [0, 2 / 3, LARGE, 1 / 3],
  ...grid(2, rows).map(([x, y, , h]): Share => [LARGE + x * 2 * SMALL, y, SMALL, h]),
];
/** One over the whole width, the others side by side below it. */
const split = (below: number): Share[] => [
  [0, 0, 1, 1 / 2],
  ...grid(below, 1).map(([x, , w]): Share => [x, 1 / 2, w, 1 / 2]),
];

/** What staff choose from: where the tiles of a tab lie. */
export const TEMPLATES: Record<TemplateKey, Template> = {
  "feature-8": { isHalf: false, places: feature(3) },
  "feature-6": { isHalf: false, places: feature(2) },
  "grid-3x3": { isHalf: false, places: grid(3, 3) },
  "grid-3x2": { isHalf: false, places: grid(3, 2) },
  "grid-2x3": { isHalf: false, places: grid(2, 3) },
  "grid-2x2": { isHalf: false, places: grid(2, 2) },
  "split-1-3": { isHalf: false, places: split(3) },
  "split-1-2": { isHalf: false, places: split(2) },
  "half-3": { isHalf: true, places: grid(3, 1) },
  "half-2": { isHalf: true, places: grid(2, 1) },
};
