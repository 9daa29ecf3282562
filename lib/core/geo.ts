import type { MultiPolygon, Polygon } from "geojson";

/** WGS84 degrees. GeoJSON's [lng, lat] order exists only at the edges. */
export type Point = { lat: number; lng: number };
export type Bounds = { south: number; west: number; north: number; east: number };

export const isPoint = (p: Point): boolean =>
  Number.isFinite(p.lat) && Number.isFinite(p.lng) && Math.abs(p.lat) <= 90 && Math.abs(p.lng) <= 180;

const EARTH_RADIUS_METERS = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine, mean earth radius). */
export function distanceMeters(a: Point, b: Point): number {
  const dLat = radians(b.lat - a.lat);
  const dLng = radians(b.lng - a.lng);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Even-odd rule over one ring of [lng, lat] positions. */
function inRing(point: Point, ring: number[][]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > point.lat !== yj > point.lat && point.lng < ((xj - xi) * (point.lat - yi)) / (yj - yi) + xi)
      inside = !inside;
  }
  return inside;
}

/** Is the point in the shape? Holes count as outside. */
export function contains(shape: Polygon | MultiPolygon, point: Point): boolean {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return polygons.some(
    ([outer, ...holes]) => outer && inRing(point, outer) && !holes.some((hole) => inRing(point, hole)),
  );
}

/** Zoom of the stored cells: 2^22 cells round the earth, about 8 m each at 33° north. */
export const CELL_ZOOM = 22;

/** Web Mercator cell (as map tiles count, y from the north) at a zoom. */
export function cellOf(point: Point, zoom: number = CELL_ZOOM): { x: number; y: number } {
  const n = 2 ** zoom;
  const lat = radians(Math.max(-85.0511, Math.min(85.0511, point.lat)));
  const clamp = (v: number) => Math.max(0, Math.min(n - 1, Math.floor(v)));
  return {
    x: clamp(((point.lng + 180) / 360) * n),
    y: clamp(((1 - Math.asinh(Math.tan(lat)) / Math.PI) / 2) * n),
  };
}

/** A place within a cell: 0 to 1 eastwards and southwards from its corner. */
function withinCell(cell: { x: number; y: number }, zoom: number, east: number, south: number): Point {
  const n = 2 ** zoom;
  const lng = ((cell.x + east) / n) * 360 - 180;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (cell.y + south)) / n))) * 180) / Math.PI;
  return { lat, lng };
}

/** The middle of a cell. */
export const cellCenter = (cell: { x: number; y: number }, zoom: number = CELL_ZOOM): Point =>
  withinCell(cell, zoom, 0.5, 0.5);

/** The four sides of a cell. */
export function cellBounds(cell: { x: number; y: number }, zoom: number = CELL_ZOOM): Bounds {
  const [corner, opposite] = [withinCell(cell, zoom, 0, 0), withinCell(cell, zoom, 1, 1)];
  return { north: corner.lat, west: corner.lng, south: opposite.lat, east: opposite.lng };
}
