import type { Point } from "@/lib/core/geo";
import type { Anchor } from "../places/anchor";
import type { Chance } from "../random";

/** Where one report lies. No point: only words came, and the case waits for somebody to place it. */
export type Spot = {
  point: Point | null;
  /** As LINE gave it; null when it gave none. */
  address: string | null;
  /** How somebody would say it. */
  spoken: string;
  areaKey: string;
  option: string | null;
};
export type Gazetteer = {
  /** 熊本県熊本市中央区 for an area; the quarter follows. */
  addressStart: (areaKey: string) => string;
  areaAt: (point: Point) => string | null;
  streets: readonly (readonly [Anchor, number])[];
  parks: readonly (readonly [Anchor, number])[];
  rivers: readonly (readonly [Anchor, number])[];
};

const METERS_PER_DEGREE = 111_195;

export function moved(from: Point, meters: number, angle: number): Point {
  const scale = METERS_PER_DEGREE * Math.cos((from.lat * Math.PI) / 180);
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    lat: round(from.lat + (Math.sin(angle) * meters) / METERS_PER_DEGREE),
    lng: round(from.lng + (Math.cos(angle) * meters) / scale),
  };
}

/** Some way off, in the same area: a spot that would fall over the border is drawn again, nearer each time. */
export function nearby(gazetteer: Gazetteer, anchor: Anchor, reach: [number, number], chance: Chance): Point {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const shrink = 1 - attempt / 14;
    const point = moved(
      anchor.at,
      chance.between(reach[0], reach[1]) * shrink,
      chance.between(0, 2 * Math.PI),
    );
    if (gazetteer.areaAt(point) === anchor.areaKey) return point;
  }
  return anchor.at;
}

const REACH = { street: [50, 420], park: [8, 90], river: [10, 160], station: [40, 350] } as const;

export function findSpot(gazetteer: Gazetteer, place: keyof typeof REACH, chance: Chance): Spot {
  const from = place === "park" ? gazetteer.parks : place === "river" ? gazetteer.rivers : gazetteer.streets;
  const anchor = chance.weighted(from);
  const [low, high] = REACH[place];
  const address = `${gazetteer.addressStart(anchor.areaKey)}${anchor.quarter}`;
  const point = nearby(gazetteer, anchor, [low, high], chance);
  return {
    point,
    address: chance.chance(0.85) ? address : null,
    spoken: address,
    areaKey: anchor.areaKey,
    option: anchor.option,
  };
}
