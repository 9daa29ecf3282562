import { heatStep } from "@/components/charts/scale";
import { type Bounds, cellBounds, cellOf } from "@/lib/core/geo";

/** So many lie in a square of the map. */
export type HeatSquare = { key: string; n: number; bounds: Bounds; color: string };

/** The faintest step could not be seen on a map: squares take the upper four. */
export const HEAT_STEPS = [2, 3, 4, 5] as const;

export function squaresOf(cells: readonly { x: number; y: number; n: number }[], zoom: number): HeatSquare[] {
  const max = Math.max(0, ...cells.map((cell) => cell.n));
  return cells.map((cell) => ({
    key: `${cell.x}-${cell.y}`,
    n: cell.n,
    bounds: cellBounds(cell, zoom),
    color: `var(--heat-${heatStep(cell.n, max, HEAT_STEPS.length) + 1})`,
  }));
}

/** Box round all squares; null without any. */
export function boundsOf(squares: readonly HeatSquare[]): Bounds | null {
  if (squares.length === 0) return null;
  const all = squares.map((square) => square.bounds);
  return {
    south: Math.min(...all.map((b) => b.south)),
    west: Math.min(...all.map((b) => b.west)),
    north: Math.max(...all.map((b) => b.north)),
    east: Math.max(...all.map((b) => b.east)),
  };
}

const PRECISION = 26;

/** From degrees to pixels of a drawing of that width, in the map's own projection. */
export function flatProjection(bounds: Bounds, width: number) {
  const corner = cellOf({ lat: bounds.north, lng: bounds.west }, PRECISION);
  const opposite = cellOf({ lat: bounds.south, lng: bounds.east }, PRECISION);
  const scale = width / Math.max(1, opposite.x - corner.x);
  return {
    height: Math.max(1, (opposite.y - corner.y) * scale),
    place: (point: { lat: number; lng: number }) => {
      const cell = cellOf(point, PRECISION);
      return { x: (cell.x - corner.x) * scale, y: (cell.y - corner.y) * scale };
    },
  };
}
