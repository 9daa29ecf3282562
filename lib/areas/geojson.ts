import type { Position } from "geojson";
import { z } from "zod";
import { type Bounds, contains } from "@/lib/core/geo";
import type { ImportedShape, ImportPlan, ImportTarget } from "./import-plan";
import { matchFeature } from "./match-feature";
import * as say from "./messages";

const MAX_FEATURES = 200_000;
/** Every lookup walks the borders: the whole of N03 for a city is below 100,000 corners. */
const MAX_CORNERS = 400_000;
/** A part of the city may lie this far (degrees) outside our own drawing of it. */
const SLACK_DEGREES = 0.05;

const collection = z.object({
  type: z.literal("FeatureCollection"),
  crs: z
    .object({ properties: z.object({ name: z.string() }).partial() })
    .partial()
    .nullish(),
  features: z.array(z.unknown()),
});
const feature = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullish(),
});
const position = z.array(z.number()).min(2).max(4);
const polygon = z.array(z.array(position).min(3)).min(1);

/** Refused with Japanese words for the person at the keyboard. */
class Unreadable extends Error {}

function checkPosition([lng = 0, lat = 0]: Position): void {
  if (Math.abs(lng) > 180 || Math.abs(lat) > 180) throw new Unreadable(say.PROJECTED);
  if (lng >= 20 && lng <= 46 && lat >= 122 && lat <= 154) throw new Unreadable(say.SWAPPED);
  if (Math.abs(lat) > 90) throw new Unreadable(say.PROJECTED);
}

/** Closed, with at least three corners, six decimals (0.1 m). */
function cleanRing(ring: Position[]): Position[] | null {
  const corners = ring.map((at) => {
    checkPosition(at);
    return [Math.round((at[0] ?? 0) * 1e6) / 1e6, Math.round((at[1] ?? 0) * 1e6) / 1e6];
  });
  const [first] = corners;
  const last = corners.at(-1);
  if (!first || !last) return null;
  if (first[0] !== last[0] || first[1] !== last[1]) corners.push([...first]);
  return corners.length < 4 ? null : corners;
}

/** The polygons of a feature; null when it has none. */
function polygonsOf(geometry: { type: string; coordinates: unknown }): Position[][][] | null {
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return null;
  const list = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const read = z.array(polygon).min(1).safeParse(list);
  if (!read.success) throw new Unreadable(say.BROKEN_SHAPE);
  return read.data.flatMap((rings) => {
    const [outer, ...holes] = rings.map(cleanRing);
    return outer ? [[outer, ...holes.filter((hole) => hole !== null)]] : [];
  });
}

const near = (polygons: Position[][][], bounds: Bounds): boolean =>
  polygons
    .flat(2)
    .every(
      ([lng = 0, lat = 0]) =>
        lat > bounds.south - SLACK_DEGREES &&
        lat < bounds.north + SLACK_DEGREES &&
        lng > bounds.west - SLACK_DEGREES &&
        lng < bounds.east + SLACK_DEGREES,
    );

/** Reads 国土数値情報 N03 or any GeoJSON whose polygons carry names, and says what would be stored. */
export function planImport(
  json: unknown,
  target: ImportTarget,
): { ok: true; plan: ImportPlan } | { ok: false; problem: string } {
  try {
    return { ok: true, plan: read(json, target) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.message };
    throw error;
  }
}

function read(json: unknown, target: ImportTarget): ImportPlan {
  const file = collection.safeParse(json);
  if (!file.success) throw new Unreadable(say.NOT_A_COLLECTION);
  if (/EPSG:+4301\b/i.test(file.data.crs?.properties?.name ?? "")) throw new Unreadable(say.TOKYO_DATUM);
  if (file.data.features.length > MAX_FEATURES) throw new Unreadable(say.tooManyFeatures(MAX_FEATURES));

  const skipped = { elsewhere: 0, unnamed: 0, notArea: 0 };
  const found = new Map<string, ImportedShape & { features: number }>();
  for (const one of file.data.features) {
    const parsed = feature.safeParse(one);
    const polygons = parsed.success && parsed.data.geometry ? polygonsOf(parsed.data.geometry) : null;
    if (!parsed.success || !polygons || polygons.length === 0) {
      skipped.notArea++;
      continue;
    }
    const match = matchFeature(parsed.data.properties ?? {}, target);
    if (match === "elsewhere" || match === "unnamed") {
      skipped[match]++;
      continue;
    }
    if (!near(polygons, target.bounds)) {
      skipped.elsewhere++;
      continue;
    }
    const key = match.areaKey ?? "";
    const shape = found.get(key) ?? {
      areaKey: match.areaKey,
      name: match.name,
      geometry: { type: "MultiPolygon", coordinates: [] },
      features: 0,
    };
    shape.geometry.coordinates.push(...polygons);
    shape.features++;
    found.set(key, shape);
  }
  return summarize([...found.values()], skipped, target);
}

function summarize(
  found: (ImportedShape & { features: number })[],
  skipped: ImportPlan["skipped"],
  target: ImportTarget,
): ImportPlan {
  if (found.length === 0) throw new Unreadable(say.nothingFound(target.city, skipped));
  const counts = found.map(({ name, features, geometry }) => ({
    name,
    features,
    corners: geometry.coordinates.flat(2).length,
  }));
  if (counts.reduce((sum, { corners }) => sum + corners, 0) > MAX_CORNERS) {
    throw new Unreadable(say.tooManyCorners(MAX_CORNERS));
  }
  const drawn = new Set(found.map(({ areaKey }) => areaKey));
  return {
    shapes: found.map(({ areaKey, name, geometry }) => ({ areaKey, name, geometry })),
    counts,
    skipped,
    missing: target.areas.filter(({ key }) => !drawn.has(key)).map(({ name }) => name),
  };
}

/** Is some of our own drawing's label points inside what was imported? False hints at a wrong file or datum. */
export const covers = (plan: ImportPlan, points: { lat: number; lng: number }[]): boolean =>
  points.some((point) => plan.shapes.some(({ geometry }) => contains(geometry, point)));
