import type { Point } from "@/lib/core/geo";

/**
 * One number as people type it: full-width digits, a degree sign, 北緯 or N before it. Null when it is none.
 */
export function readDegrees(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s度°]|北緯|東経|緯度|経度|[:=]/g, "")
    .replace(/^[NE]/i, "");
  if (!/^[-−]?\d{1,3}(\.\d{1,20})?$/.test(plain)) return null;
  return Number(plain.replace("−", "-"));
}

/** "32.8031, 130.7079" as other maps give it, pasted into either field; GeoJSON's order is noticed and turned. */
export function readPair(text: string): { point: Point; swapped: boolean } | null {
  const [first = "", second = "", ...rest] = text
    .normalize("NFKC")
    .replace(/^[[(]|[\])]$/g, "")
    .split(/[,、;\s]+/)
    .filter(Boolean);
  const a = readDegrees(first);
  const b = readDegrees(second);
  return a === null || b === null || rest.length > 0 ? null : orient(a, b);
}

/** In Japan latitude is 20-46 and longitude 122-154, so that an exchange of the two can be told. */
export function orient(lat: number, lng: number): { point: Point; swapped: boolean } | null {
  const swapped = lat >= 122 && lat <= 154 && lng >= 20 && lng <= 46;
  const point = swapped ? { lat: lng, lng: lat } : { lat, lng };
  return Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180
    ? { point: roundPoint(point), swapped }
    : null;
}

/** Five decimals, about a metre: more would only pretend. */
export const roundPoint = (point: Point): Point => ({
  lat: Math.round(point.lat * 1e5) / 1e5,
  lng: Math.round(point.lng * 1e5) / 1e5,
});

export const degrees = (value: number): string => value.toFixed(5);
