import type { MultiPolygon } from "geojson";
import type { Point } from "@/lib/core/geo";
import type { AreaShape } from "./lookup";
import type { MapSketch, SketchArea } from "./sketch";

/** The outline as GeoJSON, for `area_shapes`. */
export function outlineGeometry(area: Pick<SketchArea, "rings">): MultiPolygon {
  const close = (points: Point[]) => [...points, ...points.slice(0, 1)].map((p) => [p.lng, p.lat]);
  return { type: "MultiPolygon", coordinates: area.rings.map((points) => [close(points)]) };
}

/** The drawing's areas as shapes to look up in, where no database is at hand. */
export const outlineShapes = (sketch: Pick<MapSketch, "areas">): AreaShape[] =>
  sketch.areas.map((area) => ({ areaKey: area.key, source: "outline", geometry: outlineGeometry(area) }));
