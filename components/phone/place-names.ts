import { outlineGeometry } from "@/lib/areas/outline";
import type { MapSketch } from "@/lib/areas/sketch";
import { contains, distanceMeters, type Point } from "@/lib/core/geo";

/** A place to send with one tap. */
export type Shortcut = { name: string; at: Point; address: string };

const NEAR_METERS = 250;
const MOST = 9;

/**
 * An address as the platform writes one: country, prefecture, city, ward. Outside the city we do not know whose land
 * it is and leave it to the person to type.
 */
export function addressOf(sketch: MapSketch, point: Point): string {
  const area = sketch.areas.find((one) => contains(outlineGeometry(one), point));
  if (!area) return "";
  const { prefecture, name } = sketch.city;
  return `日本、${prefecture}${name}${area.name}`;
}

/** What the place is called: a landmark or station close by, else nothing. */
export function nameOf(sketch: MapSketch, point: Point): string {
  const known = [...sketch.landmarks, ...stations(sketch)]
    .map((one) => ({ name: one.name, meters: distanceMeters(one.at, point) }))
    .toSorted((a, b) => a.meters - b.meters);
  const [closest] = known;
  return closest && closest.meters <= NEAR_METERS ? closest.name : "";
}

const stations = (sketch: MapSketch) =>
  sketch.railways.flatMap((line) =>
    line.stations.map((one) => ({ ...one, name: one.name.endsWith("駅") ? one.name : `${one.name}駅` })),
  );

/** Well-known places in the city, then its neighbours: for reports from outside. */
export function shortcuts(sketch: MapSketch): Shortcut[] {
  const inside = [...sketch.landmarks, ...stations(sketch)]
    .filter((one) => one.rank <= 2)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map((one) => ({ name: one.name, at: one.at, address: addressOf(sketch, one.at) }));
  const outside = sketch.places
    .filter((one) => one.kind === "outside")
    .flatMap((one) => {
      const town = sketch.city.neighbours.find((name) => name.includes(one.name) || one.name.includes(name));
      return town ? [{ name: one.name, at: one.at, address: `日本、${sketch.city.prefecture}${town}` }] : [];
    });
  const seen = new Set<string>();
  return [...inside, ...outside.slice(0, 3)].filter(({ name }) => !seen.has(name) && seen.add(name));
}
