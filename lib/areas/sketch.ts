import { z } from "zod";
import type { Point } from "@/lib/core/geo";

/**
 * The schematic map of a city, drawn by hand as data: what the console shows beneath (or instead of) map tiles, and
 * where coarse area outlines come from. Stored in `settings` under "sketch". All points WGS84 `{ lat, lng }`.
 */
const point = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });
const path = z.array(point).min(2);
const ring = z.array(point).min(4);
const bounds = z.object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() });
/** 1 is shown from the widest view on, 3 only close up. */
const rank = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const sketchArea = z.object({
  /** `areas.key`. */
  key: z.string(),
  name: z.string(),
  /** 行政区域コード (N03_007) where the area has one of its own. */
  code: z.string().optional(),
  /** Older or shorter names that an address may begin with instead (植木町 for 北区). */
  aliases: z.array(z.string()),
  /** Where the name stands. */
  label: point,
  /** Closed by the first point; neighbours share their edges. No holes. */
  rings: z.array(ring).min(1),
});

export const mapSketch = z.object({
  city: z.object({
    prefecture: z.string(),
    name: z.string(),
    /** 行政区域コード of the whole city, or its first digits when wards have their own. */
    code: z.string(),
    /** Municipalities round the city, as an address begins with them without its prefecture. */
    neighbours: z.array(z.string()),
  }),
  /** Box round the whole city. */
  bounds,
  /** What a map shows first: the built-up part. */
  view: bounds,
  center: point,
  areas: z.array(sketchArea).min(1),
  /** Sea, lakes and ponds. */
  waters: z.array(
    z.object({ name: z.string(), kind: z.enum(["sea", "lake"]), label: point.optional(), ring }),
  ),
  greens: z.array(z.object({ name: z.string(), label: point.optional(), ring })),
  /** Upstream first. */
  rivers: z.array(z.object({ name: z.string(), rank, path, labels: z.array(point) })),
  railways: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["jr", "private", "tram"]),
      path,
      stations: z.array(z.object({ name: z.string(), at: point, rank })),
    }),
  ),
  roads: z.array(z.object({ name: z.string(), rank, path, labels: z.array(point) })),
  landmarks: z.array(
    z.object({
      name: z.string(),
      at: point,
      kind: z.enum([
        "office",
        "castle",
        "park",
        "school",
        "hospital",
        "sports",
        "shopping",
        "shrine",
        "mountain",
        "other",
      ]),
      rank,
    }),
  ),
  /** Names of quarters without a border of their own (健軍, 川尻), and of neighbours outside the city. */
  places: z.array(z.object({ name: z.string(), at: point, kind: z.enum(["quarter", "outside"]), rank })),
});

export type MapSketch = z.infer<typeof mapSketch>;
/** A sketch as screens get it. In an object: React sends the same one once, but a text each time it is named. */
export type SketchText = { json: string };
export type SketchArea = z.infer<typeof sketchArea>;
export type Rank = z.infer<typeof rank>;

/** Reads "32.8481,130.7811 32.8419,130.7674" (lat,lng pairs): the way presets write their lines. */
export function linePoints(text: string): Point[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [lat = Number.NaN, lng = Number.NaN] = pair.split(",").map(Number);
      return { lat, lng };
    });
}

/** Reads "1/熊本/32.7892,130.6885 …" (rank, name, lat,lng): the way presets write stations and landmarks. */
export function rankedPoints(text: string): { rank: Rank; name: string; at: Point }[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((token) => {
      const [first, name = "", position = ""] = token.split("/");
      const [at] = linePoints(position);
      return at ? [{ rank: rank.parse(Number(first)), name, at }] : [];
    });
}

/** A rounded patch of `wide` × `high` metres turned by `tilt` degrees: parks and hills, whose edges nobody measures. */
export function ovalRing(center: Point, wide: number, high: number, tilt = 0): Point[] {
  const turn = (tilt * Math.PI) / 180;
  const metersPerDegree = 111_195;
  const squeeze = Math.cos((center.lat * Math.PI) / 180);
  return Array.from({ length: 16 }, (_, i) => {
    const angle = (i / 16) * 2 * Math.PI;
    const x = (Math.cos(angle) * wide) / 2;
    const y = (Math.sin(angle) * high) / 2;
    return {
      lat: center.lat + (x * Math.sin(turn) + y * Math.cos(turn)) / metersPerDegree,
      lng: center.lng + (x * Math.cos(turn) - y * Math.sin(turn)) / (metersPerDegree * squeeze),
    };
  });
}

/** A closed ring out of border pieces laid end to end; each piece begins where the one before ended. */
export function joinBorders(...pieces: Point[][]): Point[] {
  return pieces.flatMap((piece) => piece.slice(0, -1));
}
