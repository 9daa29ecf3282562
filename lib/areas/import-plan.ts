import type { MultiPolygon } from "geojson";
import type { Bounds } from "@/lib/core/geo";

/** What the file is read for: the city that is loaded. */
export type ImportTarget = {
  prefecture: string;
  city: string;
  /** N03_007 of the whole city, or its first digits when wards have their own. */
  cityCode: string;
  bounds: Bounds;
  areas: { key: string; name: string; aliases: string[]; code?: string }[];
};

export type ImportedShape = { areaKey: string | null; name: string; geometry: MultiPolygon };
export type ImportPlan = {
  shapes: ImportedShape[];
  /** Features and corners taken, by shape. */
  counts: { name: string; features: number; corners: number }[];
  /** Features left out, and why. */
  skipped: { elsewhere: number; unnamed: number; notArea: number };
  /** Areas of the city that the file does not draw. */
  missing: string[];
};
