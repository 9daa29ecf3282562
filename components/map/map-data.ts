import type { ReportStatus } from "@/db/enums";
import type { Bounds, Point } from "@/lib/core/geo";
import type { MapCluster, MapTiles } from "./types";

/** The tile server that the settings name. 地理院タイル must be credited with a link to its list of tiles. */
export function tilesFrom(url: string): MapTiles | null {
  if (!/\{z\}.*\{x\}.*\{y\}|\{z\}.*\{y\}.*\{x\}/.test(url)) return null;
  if (url.includes("cyberjapandata.gsi.go.jp")) {
    return {
      url,
      maxZoom: 18,
      attribution: { text: "地理院タイル", href: "https://maps.gsi.go.jp/development/ichiran.html" },
    };
  }
  if (url.includes("openstreetmap.org")) {
    return {
      url,
      maxZoom: 19,
      attribution: { text: "© OpenStreetMap contributors", href: "https://www.openstreetmap.org/copyright" },
    };
  }
  return { url, maxZoom: 18, attribution: { text: URL.canParse(url) ? new URL(url).host : "" } };
}

/** Bounds as Leaflet takes them: [[south, west], [north, east]]. */
export const leafletBounds = (b: Bounds): [[number, number], [number, number]] => [
  [b.south, b.west],
  [b.north, b.east],
];

/** The box, wider by a share of itself on every side. */
export function widen(b: Bounds, share: number): Bounds {
  const dLat = (b.north - b.south) * share;
  const dLng = (b.east - b.west) * share;
  return { south: b.south - dLat, west: b.west - dLng, north: b.north + dLat, east: b.east + dLng };
}

/** Zoom at which a box is about `widthPixels` wide: what "close" and "far" are measured from, whatever the city's size. */
export function fittingZoom(b: Bounds, widthPixels = 800): number {
  return Math.log2((widthPixels * 360) / (256 * Math.max(1e-6, b.east - b.west)));
}

/** A pin's outline in a 32 × 40 box with the tip at (16, 39): every status has its own shape. */
export const PIN_SHAPES: Record<ReportStatus, string> = {
  received: "M16 39 10.6 28A13.3 13.3 0 1 1 21.4 28Z",
  checking: "M16 .8 31 16 21.6 25.6 16 39 10.4 25.6 1 16Z",
  working: "M7 3h18a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4h-3.6L16 39l-5.4-10H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Z",
  done: "M9 3h14l8 13-8 13h-1.6L16 39l-5.4-10H9L1 16Z",
  not_needed: "M10.5 3h11L29 10.5v11L21.5 29 16 39 10.5 29 3 21.5v-11Z",
  referred: "M3 4h18.5L31 16l-9.5 12.5L16 39l-5.6-10.5H3L7.5 16Z",
  duplicate: "M2 5h28l-7 24h-1.6L16 39l-5.4-10H9Z",
};

const STATUS_ORDER = Object.keys(PIN_SHAPES) as ReportStatus[];

/** The ring of a cluster: one arc a status, as start and length in shares of the whole circle. */
export function ringArcs(cluster: MapCluster): { status: ReportStatus; start: number; length: number }[] {
  const counts = STATUS_ORDER.map((status) => ({ status, count: cluster.statuses[status] ?? 0 }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let start = 0;
  return counts
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => {
      const arc = { status, start, length: count / total };
      start += arc.length;
      return arc;
    });
}

/** Diameter in pixels: more reports, larger circle, slowly. */
export const clusterSize = (count: number): number =>
  Math.round(32 + Math.min(20, Math.log10(Math.max(1, count)) * 8));

/** Can zooming in take these apart? About 12 m of latitude is less than two pins at the closest zoom. */
export const canSplit = (bounds: Bounds | undefined): boolean =>
  !bounds || bounds.north - bounds.south > 0.0001 || bounds.east - bounds.west > 0.00012;

/**
 * Marks at one and the same spot would hide each other: they are moved apart on a small circle. Answers pixels to add,
 * by id; marks that stand alone are left out.
 */
export function spread(marks: { id: string; point: Point }[]): Map<string, { dx: number; dy: number }> {
  const groups = new Map<string, string[]>();
  for (const { id, point } of marks) {
    const spot = `${point.lat.toFixed(5)},${point.lng.toFixed(5)}`;
    groups.set(spot, [...(groups.get(spot) ?? []), id]);
  }
  const moved = new Map<string, { dx: number; dy: number }>();
  for (const ids of groups.values()) {
    if (ids.length < 2) continue;
    const radius = 10 + ids.length * 4;
    ids.forEach((id, i) => {
      const angle = (i / ids.length) * 2 * Math.PI - Math.PI / 2;
      moved.set(id, { dx: Math.round(Math.cos(angle) * radius), dy: Math.round(Math.sin(angle) * radius) });
    });
  }
  return moved;
}

/** Which mark an arrow key goes to: the nearest within 60° of the direction. */
export function nextInDirection(
  from: { x: number; y: number },
  others: { id: string; x: number; y: number }[],
  key: "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight",
): string | null {
  const [ux, uy] = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key] as [
    number,
    number,
  ];
  let best: { id: string; cost: number } | null = null;
  for (const { id, x, y } of others) {
    const along = (x - from.x) * ux + (y - from.y) * uy;
    const across = Math.abs((x - from.x) * uy - (y - from.y) * ux);
    if (along <= 0 || across > along * 1.8) continue;
    const cost = along + across * 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
