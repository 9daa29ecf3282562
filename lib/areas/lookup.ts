import type { MultiPolygon } from "geojson";
import { contains, isPoint, type Point } from "@/lib/core/geo";
import { type AddressBook, readAddress } from "./address";

/** Borders are coarse, ours and the simplified imported ones: this far outside still counts as inside. */
const BORDER_TOLERANCE_METERS = 150;
/** An address of ours with a point further off than this contradicts itself: the point wins. */
const CONTRADICTION_METERS = 3_000;

/** `areaKey` null: the shape is the city's boundary as a whole. */
export type AreaShape = { areaKey: string | null; source: "outline" | "import"; geometry: MultiPolygon };

export type AreaAtlas = { addresses: AddressBook | null; shapes: AreaShape[] };

/**
 * `inside` is false only when we know the place to be another municipality's; without address, point or shapes it
 * stays true, for a report must not be refused for what we do not know. `source` says where `areaKey` came from.
 */
export type AreaAnswer = {
  areaKey: string | null;
  source: "address" | "polygon" | "outline" | null;
  inside: boolean;
};

const METERS_PER_DEGREE = 111_195;

/** Metres from the point to the nearest edge of the shape; 0 inside. Flat-earth, good to 1 % within a city. */
export function metersTo(geometry: MultiPolygon, point: Point): number {
  if (contains(geometry, point)) return 0;
  const kx = METERS_PER_DEGREE * Math.cos((point.lat * Math.PI) / 180);
  let best = Number.POSITIVE_INFINITY;
  for (const polygon of geometry.coordinates) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const [ax = 0, ay = 0] = ring[i - 1] ?? [];
        const [bx = 0, by = 0] = ring[i] ?? [];
        const x1 = (ax - point.lng) * kx;
        const y1 = (ay - point.lat) * METERS_PER_DEGREE;
        const dx = (bx - ax) * kx;
        const dy = (by - ay) * METERS_PER_DEGREE;
        const length2 = dx * dx + dy * dy;
        const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length2));
        best = Math.min(best, Math.hypot(x1 + t * dx, y1 + t * dy));
      }
    }
  }
  return best;
}

const nearest = (shapes: AreaShape[], point: Point) =>
  shapes
    .map((shape) => ({ shape, meters: metersTo(shape.geometry, point) }))
    .reduce<{ shape: AreaShape; meters: number } | null>((a, b) => (a && a.meters <= b.meters ? a : b), null);

/** Imported borders decide when they cover the city; the outline fills in what they do not say. */
function locate(shapes: AreaShape[], point: Point): AreaAnswer & { meters: number } {
  const outlines = shapes.filter((s) => s.source === "outline");
  const imports = shapes.filter((s) => s.source === "import");
  const importedAreas = imports.filter((s) => s.areaKey !== null);
  const importedKeys = new Set(importedAreas.map((s) => s.areaKey));
  const boundary = imports.filter((s) => s.areaKey === null);
  const complete = importedAreas.length > 0 && outlines.every((s) => importedKeys.has(s.areaKey));

  const byImport = nearest(importedAreas, point);
  const byOutline = nearest(
    outlines.filter((s) => s.areaKey !== null),
    point,
  );
  const edge = complete ? byImport : (nearest(boundary, point) ?? byOutline ?? byImport);
  const meters = edge?.meters ?? 0;
  if (meters > BORDER_TOLERANCE_METERS) return { areaKey: null, source: null, inside: false, meters };
  if (byImport && (complete || byImport.meters === 0)) {
    return { areaKey: byImport.shape.areaKey, source: "polygon", inside: true, meters };
  }
  if (byOutline) return { areaKey: byOutline.shape.areaKey, source: "outline", inside: true, meters };
  return { areaKey: null, source: null, inside: true, meters };
}

/** Address first, then imported polygons, then our outline. Points that are none (NaN, 91°) are treated as missing. */
export function lookUpArea(atlas: AreaAtlas, point: Point | null, address: string | null): AreaAnswer {
  const read = address && atlas.addresses ? readAddress(atlas.addresses, address) : null;
  const located = point && isPoint(point) && atlas.shapes.length > 0 ? locate(atlas.shapes, point) : null;

  if (read?.city === "other") return { areaKey: null, source: null, inside: false };
  if (read && (read.city === "ours" || read.areaKey)) {
    if (located && located.meters > CONTRADICTION_METERS)
      return { areaKey: null, source: null, inside: false };
    if (read.areaKey) return { areaKey: read.areaKey, source: "address", inside: true };
    if (located) return { areaKey: located.areaKey, source: located.source, inside: true };
    return { areaKey: null, source: null, inside: true };
  }
  if (located) return { areaKey: located.areaKey, source: located.source, inside: located.inside };
  return { areaKey: null, source: null, inside: true };
}
