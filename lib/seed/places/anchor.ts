import { linePoints } from "@/lib/areas/sketch";
import type { Point } from "@/lib/core/geo";

/** A real spot round which reports lie: its area's key, its quarter as an address says it, and an option key if any. */
export type Anchor = { areaKey: string; quarter: string; at: Point; option: string | null };

/** `area: [share, "quarter|lat,lng|option …"]` as a list to pick from; the share of an area is spread over its spots. */
export function anchors(rows: Record<string, [number, string]>): (readonly [Anchor, number])[] {
  return Object.entries(rows).flatMap(([areaKey, [share, text]]) => {
    const spots = text.trim().split(/\s+/);
    return spots.map((spot) => {
      const [quarter = "", position = "", option] = spot.split("|");
      const [at = { lat: Number.NaN, lng: Number.NaN }] = linePoints(position);
      return [{ areaKey, quarter, at, option: option ?? null }, share / spots.length] as const;
    });
  });
}
