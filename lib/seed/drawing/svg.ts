import type { Chance } from "../random";
import { type Camera, HEIGHT, type Spot, WIDTH } from "./camera";

/** Small builders of SVG text. Numbers are cut to a tenth of a unit: enough, and half the size. */
export const n = (value: number): string => (Math.round(value * 10) / 10).toString();

export type Paint = {
  fill?: string;
  stroke?: string;
  width?: number;
  opacity?: number;
  join?: string;
  extra?: string;
};

export const paint = ({ fill = "none", stroke, width, opacity, extra = "" }: Paint): string =>
  `fill="${fill}"${stroke ? ` stroke="${stroke}" stroke-width="${n(width ?? 1)}" stroke-linejoin="round" stroke-linecap="round"` : ""}${opacity === undefined ? "" : ` opacity="${opacity}"`}${extra ? ` ${extra}` : ""}`;

type Flat = readonly [number, number];
const pathOf = (points: readonly Flat[], closed: boolean) =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}${closed ? "Z" : ""}`;

export const shape = (points: readonly Flat[], how: Paint): string =>
  `<path d="${pathOf(points, true)}" ${paint(how)}/>`;
export const line = (points: readonly Flat[], how: Paint): string =>
  `<path d="${pathOf(points, false)}" ${paint(how)}/>`;
export const box = (x: number, y: number, w: number, h: number, how: Paint, radius = 0): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${radius ? ` rx="${n(radius)}"` : ""} ${paint(how)}/>`;
export const oval = (x: number, y: number, rx: number, ry: number, how: Paint): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" ${paint(how)}/>`;
export const group = (content: string, attributes: string): string => `<g ${attributes}>${content}</g>`;

/** A closed curve through points, rounded: Catmull-Rom as Béziers. */
export function smooth(points: readonly Flat[], how: Paint): string {
  const at = (i: number): Flat => points[(i + points.length) % points.length] ?? [0, 0];
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`;
  for (let i = 0; i < points.length; i += 1) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    d += `C${n(p1[0] + (p2[0] - p0[0]) / 6)} ${n(p1[1] + (p2[1] - p0[1]) / 6)} ${n(p2[0] - (p3[0] - p1[0]) / 6)} ${n(p2[1] - (p3[1] - p1[1]) / 6)} ${n(p2[0])} ${n(p2[1])}`;
  }
  return `<path d="${d}Z" ${paint(how)}/>`;
}

const flat = (camera: Camera, spot: Spot): Flat => {
  const p = camera.at(spot);
  return [p.x, p.y];
};

/** Things given in metres, as the camera sees them. */
export const face = (camera: Camera, spots: readonly Spot[], how: Paint): string =>
  shape(
    spots.map((s) => flat(camera, s)),
    how,
  );
export const rounded = (camera: Camera, spots: readonly Spot[], how: Paint): string =>
  smooth(
    spots.map((s) => flat(camera, s)),
    how,
  );
/** A line on the ground or in the air; its width in metres, as wide as at its middle. */
export function trace(
  camera: Camera,
  spots: readonly Spot[],
  meters: number,
  how: Omit<Paint, "width">,
): string {
  const middle = spots[Math.floor(spots.length / 2)] ?? [0, 0, 1];
  return line(
    spots.map((s) => flat(camera, s)),
    { ...how, width: Math.max(0.7, meters * camera.at(middle).scale) },
  );
}
/** An upright pole or post. */
export function pole(
  camera: Camera,
  [x, y, z]: Spot,
  height: number,
  meters: number,
  how: Paint,
  lean = 0,
): string {
  const foot = camera.at([x, y, z]);
  const top = camera.at([x + lean, y + height, z]);
  const [a, b] = [(meters * foot.scale) / 2, (meters * top.scale) / 2];
  return shape(
    [
      [foot.x - a, foot.y],
      [foot.x + a, foot.y],
      [top.x + b, top.y],
      [top.x - b, top.y],
    ],
    how,
  );
}
/** A ring of points on the ground, its radius wobbling by `rough`. */
export function patch(
  chance: Chance,
  center: Spot,
  rx: number,
  rz: number,
  rough: number,
  count = 16,
): Spot[] {
  const turn = chance.between(0, Math.PI);
  return Array.from({ length: count }, (_, i) => {
    const angle = turn + (i / count) * 2 * Math.PI;
    const r = 1 + chance.between(-rough, rough);
    return [center[0] + Math.cos(angle) * rx * r, center[1], center[2] + Math.sin(angle) * rz * r] as const;
  });
}
/** Grown or shrunk about a middle. */
export const scaled = (spots: readonly Spot[], center: Spot, by: number, lower = 0): Spot[] =>
  spots.map(
    ([x, y, z]) => [center[0] + (x - center[0]) * by, y - lower, center[2] + (z - center[2]) * by] as const,
  );

/** A crack: a walk in a direction that turns a little at each step, with side branches. */
export function crack(chance: Chance, from: Spot, angle: number, length: number, branches = 2): Spot[][] {
  const steps = Math.max(4, Math.round(length / 0.12));
  const main: Spot[] = [from];
  const out: Spot[][] = [main];
  let [x, , z] = from;
  let heading = angle;
  for (let i = 0; i < steps; i += 1) {
    heading += chance.between(-0.55, 0.55) + (angle - heading) * 0.35;
    x += (Math.cos(heading) * length) / steps;
    z += (Math.sin(heading) * length) / steps;
    main.push([x, from[1], z]);
    if (branches > 0 && chance.chance((branches * 1.2) / steps)) {
      out.push(
        ...crack(
          chance,
          [x, from[1], z],
          heading + chance.pick([-1, 1]) * chance.between(0.6, 1.2),
          length * 0.4,
          0,
        ),
      );
    }
  }
  return out;
}

export const svg = (definitions: string, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${definitions}</defs>${content}</svg>`;

/** Colours as numbers, for light and shade of one tone. */
export function mix(a: string, b: string, share: number): string {
  const part = (color: string, i: number) => Number.parseInt(color.slice(1 + i * 2, 3 + i * 2), 16);
  return `#${[0, 1, 2]
    .map((i) =>
      Math.round(part(a, i) + (part(b, i) - part(a, i)) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
export const darker = (color: string, share: number): string => mix(color, "#0a0c12", share);
export const lighter = (color: string, share: number): string => mix(color, "#ffffff", share);

/** Upright rectangles across and along the view, and rectangles that lie flat. All in metres. */
export const front = (
  c: Camera,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  z: number,
  how: Paint,
): string =>
  face(
    c,
    corners((x, y) => [x, y, z], x0, x1, y0, y1),
    how,
  );
export const side = (
  c: Camera,
  x: number,
  y0: number,
  y1: number,
  z0: number,
  z1: number,
  how: Paint,
): string =>
  face(
    c,
    corners((z, y) => [x, y, z], z0, z1, y0, y1),
    how,
  );
export const floor = (c: Camera, x0: number, x1: number, z0: number, z1: number, how: Paint, y = 0): string =>
  face(
    c,
    corners((x, z) => [x, y, z], x0, x1, z0, z1),
    how,
  );
const corners = (
  to: (a: number, b: number) => Spot,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): Spot[] => [to(a0, b0), to(a1, b0), to(a1, b1), to(a0, b1)];
/** A straight piece between two spots. */
export const beam = (c: Camera, from: Spot, to: Spot, meters: number, stroke: string, opacity = 1): string =>
  trace(c, [from, to], meters, { stroke, opacity });
