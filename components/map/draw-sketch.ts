import type { MapSketch } from "@/lib/areas/sketch";
import type { Point } from "@/lib/core/geo";
import { type Pixel, traceCurve, traceRing } from "./curve";
import type { MapPalette } from "./palette";
import type { SketchTopology } from "./sketch-topology";

export type Scene = {
  g: CanvasRenderingContext2D;
  sketch: MapSketch;
  topology: SketchTopology;
  palette: MapPalette;
  /** Degrees to canvas pixels (CSS size). */
  project: (point: Point) => Pixel;
  width: number;
  height: number;
  /** Zoom levels closer (+) or further (−) than the view in which the city's built-up part is about 800 px wide. */
  closeness: number;
};

/** Width of a line that grows with closeness, within limits. */
const grow = (scene: Scene, base: number, min = base * 0.45, max = base * 2.6) =>
  Math.max(min, Math.min(max, base * 1.45 ** scene.closeness));

function stroke(
  scene: Scene,
  color: CanvasRenderingContext2D["strokeStyle"],
  width: number,
  dash: number[] = [],
): void {
  const { g } = scene;
  g.strokeStyle = color;
  g.lineWidth = width;
  g.setLineDash(dash);
  g.stroke();
  g.setLineDash([]);
}

/** Borders are softened less than rivers: a corner of a city is often a real one. */
const BORDER_TENSION = 0.3;

function begin(scene: Scene, points: Point[], kind: "curve" | "border" | "area" | "patch"): void {
  const pixels = points.map(scene.project);
  scene.g.beginPath();
  if (kind === "curve") traceCurve(scene.g, pixels);
  else if (kind === "border") traceCurve(scene.g, pixels, BORDER_TENSION);
  else traceRing(scene.g, pixels, kind === "area" ? BORDER_TENSION : 0.5);
}

function ground(scene: Scene): void {
  const { g, sketch, palette, topology } = scene;
  g.fillStyle = palette.outside;
  g.fillRect(0, 0, scene.width, scene.height);
  for (const water of sketch.waters.filter(({ kind }) => kind === "sea")) {
    begin(scene, water.ring, "area");
    g.fillStyle = palette.water;
    g.fill();
  }
  for (const line of topology.edges) {
    begin(scene, line, "border");
    stroke(scene, palette.cityGlow, grow(scene, 14, 8, 22));
  }
  sketch.areas.forEach((area, index) => {
    g.fillStyle = palette.land[(topology.tints[index] ?? 0) % palette.land.length] ?? palette.outside;
    for (const ring of area.rings) {
      begin(scene, ring, "area");
      g.fill();
      // Where three areas meet their softened corners differ by a hair; a thin edge of the same tint closes it.
      stroke(scene, g.fillStyle, 1.5);
    }
  });
  for (const green of sketch.greens) {
    begin(scene, green.ring, "patch");
    g.fillStyle = palette.green;
    g.fill();
  }
  for (const water of sketch.waters.filter(({ kind }) => kind === "lake")) {
    begin(scene, water.ring, "patch");
    g.fillStyle = palette.water;
    g.fill();
  }
}

function rivers(scene: Scene): void {
  for (const river of scene.sketch.rivers) {
    if (river.rank === 3 && scene.closeness < -0.9) continue;
    begin(scene, river.path, "curve");
    stroke(scene, scene.palette.water, grow(scene, { 1: 6.5, 2: 3.6, 3: 2.2 }[river.rank]));
  }
}

function roads(scene: Scene): void {
  const { sketch, palette, closeness } = scene;
  const shown = sketch.roads.filter((road) => closeness >= { 1: -9, 2: -1.4, 3: 0.2 }[road.rank]);
  // All casings first, so that crossings are open.
  for (const road of shown) {
    begin(scene, road.path, "curve");
    const width = grow(scene, road.rank === 1 ? 4.2 : 3, 1.6, 9);
    stroke(scene, road.rank === 1 ? palette.mainRoadCasing : palette.roadCasing, width + 1.6);
  }
  for (const road of [...shown].reverse()) {
    begin(scene, road.path, "curve");
    const width = grow(scene, road.rank === 1 ? 4.2 : 3, 1.6, 9);
    stroke(scene, road.rank === 1 ? palette.mainRoad : palette.road, width);
  }
}

function railways(scene: Scene): void {
  const { sketch, palette, closeness } = scene;
  for (const line of sketch.railways.filter(({ kind }) => kind === "tram")) {
    if (closeness < -1.2) continue;
    begin(scene, line.path, "curve");
    stroke(scene, palette.tram, grow(scene, 1.7, 1.2, 2.6));
  }
  for (const line of sketch.railways.filter(({ kind }) => kind === "private")) {
    begin(scene, line.path, "curve");
    stroke(scene, palette.privateRail, grow(scene, 1.7, 1.2, 2.6));
    // Sleepers: short cross-strokes, drawn as a wide line of thin dashes.
    begin(scene, line.path, "curve");
    stroke(scene, palette.privateRail, grow(scene, 6, 4, 8), [1.2, 9]);
  }
  for (const line of sketch.railways.filter(({ kind }) => kind === "jr")) {
    const width = grow(scene, 4, 2.6, 6);
    begin(scene, line.path, "curve");
    stroke(scene, palette.rail, width);
    begin(scene, line.path, "curve");
    stroke(scene, palette.railGap, width - 1.6, [9, 9]);
  }
}

function borders(scene: Scene): void {
  for (const line of scene.topology.borders) {
    begin(scene, line, "border");
    stroke(scene, scene.palette.areaBorder, grow(scene, 1.4, 1, 2.2), [7, 4]);
  }
  for (const line of scene.topology.edges) {
    begin(scene, line, "border");
    stroke(scene, scene.palette.cityEdge, grow(scene, 1.8, 1.2, 2.8));
  }
}

/** Which ranks of stations are drawn, and named, at this closeness. */
export const stationShown = (rank: 1 | 2 | 3, kind: "jr" | "private" | "tram", closeness: number): boolean =>
  closeness >= { 1: -3, 2: -0.9, 3: kind === "tram" ? 0.7 : -0.3 }[rank];

function stations(scene: Scene): void {
  const { g, sketch, palette, closeness } = scene;
  for (const line of sketch.railways) {
    for (const station of line.stations) {
      if (!stationShown(station.rank, line.kind, closeness)) continue;
      const { x, y } = scene.project(station.at);
      const size = grow(scene, station.rank === 1 ? 5 : line.kind === "tram" ? 2.6 : 3.6, 2, 7);
      g.beginPath();
      if (line.kind === "jr") g.roundRect(x - size, y - size * 0.8, size * 2, size * 1.6, 2);
      else g.arc(x, y, size, 0, 2 * Math.PI);
      g.fillStyle = palette.station;
      g.fill();
      stroke(scene, { jr: palette.rail, private: palette.privateRail, tram: palette.tram }[line.kind], 1.6);
    }
  }
}

/** Everything but the words, from the ground up. */
export function drawSketch(scene: Scene): void {
  scene.g.lineJoin = "round";
  scene.g.lineCap = "butt";
  ground(scene);
  borders(scene);
  rivers(scene);
  roads(scene);
  railways(scene);
  stations(scene);
}
