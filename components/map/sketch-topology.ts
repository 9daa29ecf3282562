import type { MapSketch } from "@/lib/areas/sketch";
import type { Point } from "@/lib/core/geo";

/** What can be told from a sketch once and drawn often. */
export type SketchTopology = {
  /** Which of `colors` tints each area takes, by area: neighbours differ where possible. */
  tints: number[];
  /** Pieces of border that only one area has: the edge of the city. */
  edges: Point[][];
  /** Pieces that two areas share. */
  borders: Point[][];
};

const spot = (p: Point) => `${p.lat.toFixed(5)},${p.lng.toFixed(5)}`;
const piece = (a: Point, b: Point) => [spot(a), spot(b)].sort().join(" ");

export function sketchTopology(sketch: MapSketch, colors: number): SketchTopology {
  const owners = new Map<string, { line: Point[]; areas: Set<number> }>();
  sketch.areas.forEach((area, index) => {
    for (const ring of area.rings) {
      ring.forEach((from, i) => {
        const to = ring[(i + 1) % ring.length];
        if (!to) return;
        const key = piece(from, to);
        const known = owners.get(key) ?? { line: [from, to], areas: new Set<number>() };
        known.areas.add(index);
        owners.set(key, known);
      });
    }
  });

  const neighbours = sketch.areas.map(() => new Set<number>());
  for (const { areas } of owners.values()) {
    for (const a of areas) for (const b of areas) if (a !== b) neighbours[a]?.add(b);
  }
  const tints: number[] = [];
  sketch.areas.forEach((_, index) => {
    const taken = new Set([...(neighbours[index] ?? [])].map((other) => tints[other]));
    const free = Array.from({ length: colors }, (_, i) => (i + index) % colors).find(
      (tint) => !taken.has(tint),
    );
    tints.push(free ?? index % colors);
  });

  const pieces = [...owners.values()];
  return {
    tints,
    edges: chain(pieces.filter(({ areas }) => areas.size === 1).map(({ line }) => line)),
    borders: chain(pieces.filter(({ areas }) => areas.size > 1).map(({ line }) => line)),
  };
}

/** Lays two-point pieces end to end, so that dashes and joints run on. */
function chain(pieces: Point[][]): Point[][] {
  const lines: Point[][] = [];
  for (const [from, to] of pieces) {
    if (!from || !to) continue;
    const last = lines.at(-1);
    const end = last?.at(-1);
    if (last && end && spot(end) === spot(from)) last.push(to);
    else lines.push([from, to]);
  }
  return lines;
}
