import type { Bounds, Point } from "@/lib/core/geo";

type Cell = { x: number; y: number; zoom: number };

/** A point of a Web Mercator cell: 0, 0 is its north-west corner, 1, 1 its south-east one. */
function within({ x, y, zoom }: Cell, across: number, down: number): Point {
  const n = 2 ** zoom;
  return {
    lng: ((x + across) / n) * 360 - 180,
    lat: (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + down)) / n))) * 180) / Math.PI,
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * Where a cluster's mark stands: the middle of its members, drawn towards the middle of its cell so that the marks of
 * two neighbouring cells do not lie on each other, and never outside the box of its members.
 */
export function markPoint(middle: Point, cell: Cell, members: Bounds): Point {
  const northWest = within(cell, 0.3, 0.3);
  const southEast = within(cell, 0.7, 0.7);
  return {
    lat: clamp(clamp(middle.lat, southEast.lat, northWest.lat), members.south, members.north),
    lng: clamp(clamp(middle.lng, northWest.lng, southEast.lng), members.west, members.east),
  };
}
