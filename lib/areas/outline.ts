import type { MultiPolygon } from "geojson";
import { contains, type Point } from "@/lib/core/geo";
import { type AreaShape, metersTo } from "./lookup";
import type { MapSketch, SketchArea } from "./sketch";

/** The outline as GeoJSON, for `area_shapes`. */
export function outlineGeometry(area: Pick<SketchArea, "rings">): MultiPolygon {
  const close = (points: Point[]) => [...points, ...points.slice(0, 1)].map((p) => [p.lng, p.lat]);
  return { type: "MultiPolygon", coordinates: area.rings.map((points) => [close(points)]) };
}

/** The drawing's areas as shapes to look up in, where no database is at hand. */
export const outlineShapes = (sketch: Pick<MapSketch, "areas">): AreaShape[] =>
  sketch.areas.map((area) => ({ areaKey: area.key, source: "outline", geometry: outlineGeometry(area) }));

/** A square of a map counts by its middle, which may lie so far beyond the border that its reports lie within. */
const BEYOND_METERS = 1_000;
/** Not less than those metres, in both directions, wherever in Japan. */
const BEYOND_DEGREES = 0.015;

/** Tells quickly which points cannot be in the area, or within so many degrees of it. */
function boxOf({ rings }: Pick<SketchArea, "rings">, margin: number): (point: Point) => boolean {
  const points = rings.flat();
  const [lats, lngs] = [points.map((p) => p.lat), points.map((p) => p.lng)];
  const [south, north] = [Math.min(...lats) - margin, Math.max(...lats) + margin];
  const [west, east] = [Math.min(...lngs) - margin, Math.max(...lngs) + margin];
  return ({ lat, lng }) => lat >= south && lat <= north && lng >= west && lng <= east;
}

/** Names the area that a point lies in, or the one it is close to; null: it is outside. Made for thousands of points. */
export function areaNamer({ areas }: Pick<MapSketch, "areas">): (point: Point) => string | null {
  const shapes = areas.map((area) => ({
    name: area.name,
    geometry: outlineGeometry(area),
    mayHold: boxOf(area, 0),
    mayBeClose: boxOf(area, BEYOND_DEGREES),
  }));
  return (point) => {
    const within = shapes.find(({ mayHold, geometry }) => mayHold(point) && contains(geometry, point));
    if (within) return within.name;
    const [nearest] = shapes
      .filter(({ mayBeClose }) => mayBeClose(point))
      .map(({ name, geometry }) => ({ name, meters: metersTo(geometry, point) }))
      .sort((a, b) => a.meters - b.meters);
    return nearest && nearest.meters <= BEYOND_METERS ? nearest.name : null;
  };
}
