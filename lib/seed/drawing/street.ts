import type { Chance } from "../random";
import { type Camera, HEIGHT, type Spot, WIDTH } from "./camera";
import type { Light } from "./light";
import { box, darker, face, group, lighter, line, mix, n, oval, pole, shape, smooth, trace } from "./svg";

/** What stands round the thing: a low-rise ward with hills behind, a denser town, or a park. */
export type Setting = "suburb" | "town" | "park";
export type Stage = { camera: Camera; light: Light; chance: Chance; setting: Setting };

const WALLS = ["#d9d2c4", "#c9c4ba", "#e4dfd6", "#b9b6ae", "#cbbfae", "#dcd7cf", "#a9aaa8"];
const ROOFS = ["#4d5058", "#5b4a44", "#3f4a57", "#6a6460", "#55524e"];
const LEAVES = ["#4f6b3a", "#5d7a45", "#41592f", "#6d8650", "#3c5233"];

/** A crown of leaves: darker below, lit from the upper left, with single leaf clusters at its edge. */
export function foliage(chance: Chance, x: number, y: number, r: number, tone = chance.pick(LEAVES)): string {
  const blob = (cx: number, cy: number, radius: number, fill: string) =>
    smooth(
      Array.from({ length: 11 }, (_, i) => {
        const a = (i / 11) * 2 * Math.PI;
        const rr = radius * chance.between(0.82, 1.14);
        return [cx + Math.cos(a) * rr, cy + Math.sin(a) * rr * 0.88] as const;
      }),
      { fill },
    );
  const spots = Array.from({ length: 26 }, () => {
    const a = chance.between(0, 2 * Math.PI);
    const d = r * Math.sqrt(chance.next()) * 0.95;
    const lit =
      Math.sin(a) * d < 0
        ? lighter(tone, chance.between(0.04, 0.2))
        : darker(tone, chance.between(0.05, 0.3));
    return blob(x + Math.cos(a) * d, y + Math.sin(a) * d * 0.86, r * chance.between(0.1, 0.2), lit);
  }).join("");
  return blob(x, y, r, darker(tone, 0.28)) + blob(x - r * 0.1, y - r * 0.14, r * 0.84, tone) + spots;
}

/** A tree with its foot on the ground. */
export function tree({ camera, chance }: Stage, at: Spot, height: number, tone?: string): string {
  const foot = camera.at(at);
  const crown = camera.at([at[0], at[1] + height * 0.7, at[2]]);
  const bark = "#5a4a3d";
  return (
    pole(camera, at, height * 0.62, height * 0.055, { fill: bark }, chance.between(-0.08, 0.08)) +
    line(
      [
        [foot.x, camera.at([at[0], at[1] + height * 0.4, at[2]]).y],
        [foot.x + height * 0.16 * foot.scale, camera.at([at[0], at[1] + height * 0.62, at[2]]).y],
      ],
      { stroke: bark, width: height * 0.025 * foot.scale },
    ) +
    foliage(chance, crown.x, crown.y, height * 0.34 * crown.scale, tone)
  );
}

function hills({ camera, chance, light }: Stage): string {
  const ridge = (base: number, rise: number, fill: string) => {
    const points: [number, number][] = [[-10, base + 40]];
    for (let x = -10; x <= WIDTH + 60; x += 60) points.push([x, base - rise * chance.between(0.35, 1)]);
    points.push([WIDTH + 60, base + 40]);
    return smooth(points, { fill });
  };
  return (
    ridge(camera.horizonY + 4, 90, mix("#6f8791", light.haze, 0.55)) +
    ridge(camera.horizonY + 12, 46, mix("#64795f", light.haze, 0.38))
  );
}

/** A house or a flat building as two visible faces, a roof and windows. `side` −1: left of the street. */
function building(stage: Stage, side: -1 | 1, x: number, z: number, depth: number, floors: number): string {
  const { camera, chance, light } = stage;
  const fade = Math.min(0.5, z / 60);
  const wall = mix(chance.pick(WALLS), light.haze, fade);
  const roof = mix(chance.pick(ROOFS), light.haze, fade);
  const height = floors * 2.9 + 0.3;
  const width = chance.between(6, 10);
  const far = x + side * width;
  const lit = chance.chance(0.45) && light.dark;
  let out = face(
    camera,
    [
      [x, 0, z],
      [far, 0, z],
      [far, height, z],
      [x, height, z],
    ],
    { fill: darker(wall, side < 0 ? 0.12 : 0.22) },
  );
  out += face(
    camera,
    [
      [x, 0, z],
      [x, 0, z + depth],
      [x, height, z + depth],
      [x, height, z],
    ],
    { fill: wall },
  );
  if (floors <= 2) {
    const peak = height + 1.7;
    const middle = z + depth / 2;
    out += face(
      camera,
      [
        [x - side * 0.5, height - 0.15, z - 0.4],
        [x - side * 0.5, height - 0.15, z + depth + 0.4],
        [x + side * width * 0.4, peak, z + depth + 0.1],
        [x + side * width * 0.4, peak, z - 0.1],
      ],
      { fill: roof },
    );
    out += face(
      camera,
      [
        [x - side * 0.5, height - 0.15, z - 0.4],
        [x + side * width * 0.4, peak, z - 0.1],
        [far + side * 0.5, height - 0.15, z - 0.4],
      ],
      { fill: darker(roof, 0.25) },
    );
    for (let i = 1; i < 5; i += 1) {
      const s = i / 5;
      out += trace(
        camera,
        [
          [x - side * 0.5 + side * (width * 0.4 + 0.5) * s, height - 0.15 + (peak - height) * s, z],
          [
            x - side * 0.5 + side * (width * 0.4 + 0.5) * s,
            height - 0.15 + (peak - height) * s,
            middle + depth / 2,
          ],
        ],
        0.05,
        { stroke: darker(roof, 0.3), opacity: 0.5 },
      );
    }
  } else {
    out += face(
      camera,
      [
        [x, height, z],
        [x, height, z + depth],
        [x, height + 0.5, z + depth],
        [x, height + 0.5, z],
      ],
      { fill: darker(wall, 0.15) },
    );
    for (let f = 1; f < floors; f += 1)
      out += trace(
        camera,
        [
          [x, f * 2.9, z],
          [x, f * 2.9, z + depth],
        ],
        0.18,
        { stroke: darker(wall, 0.2) },
      );
  }
  const glass = lit && chance.chance(0.7) ? "#ffdf9e" : mix("#5d6d78", light.sky[1], 0.25);
  for (let f = 0; f < floors; f += 1) {
    for (let w = 0.7; w + 1.3 < depth; w += 2.4) {
      if (chance.chance(0.18)) continue;
      const [low, high] = [f * 2.9 + 0.9, f * 2.9 + 2.1];
      out += face(
        camera,
        [
          [x, low, z + w],
          [x, low, z + w + 1.4],
          [x, high, z + w + 1.4],
          [x, high, z + w],
        ],
        {
          fill: chance.chance(0.8) ? glass : darker(glass, 0.3),
          stroke: "#ece9e2",
          width: Math.max(0.6, 0.05 * camera.at([x, 0, z]).scale),
        },
      );
      out += trace(
        camera,
        [
          [x, low, z + w + 0.7],
          [x, high, z + w + 0.7],
        ],
        0.04,
        { stroke: "#ece9e2" },
      );
    }
  }
  return out;
}

/** Concrete block wall or hedge along the road. */
function border({ camera, chance, light }: Stage, x: number, from: number, to: number): string {
  if (chance.chance(0.4)) {
    let out = "";
    for (let z = to; z > from; z -= 0.9) {
      const p = camera.at([x, 0.65, z]);
      out += foliage(chance, p.x, p.y, 0.62 * p.scale, "#4c6438");
    }
    return out;
  }
  const tone = mix(chance.pick(["#b8b4ab", "#a6a49d", "#c3beb2"]), light.haze, 0.08);
  let out = face(
    camera,
    [
      [x, 0, from],
      [x, 0, to],
      [x, 1.2, to],
      [x, 1.2, from],
    ],
    { fill: tone },
  );
  for (let row = 1; row < 6; row += 1)
    out += trace(
      camera,
      [
        [x, row * 0.2, from],
        [x, row * 0.2, to],
      ],
      0.015,
      { stroke: darker(tone, 0.35), opacity: 0.8 },
    );
  for (let z = from; z < to; z += 0.8)
    out += trace(
      camera,
      [
        [x, 0, z],
        [x, 1.2, z],
      ],
      0.015,
      { stroke: darker(tone, 0.35), opacity: 0.5 },
    );
  return (
    out +
    face(
      camera,
      [
        [x, 1.2, from],
        [x, 1.2, to],
        [x, 1.3, to],
        [x, 1.3, from],
      ],
      { fill: darker(tone, 0.2) },
    )
  );
}

function wires({ camera, chance, light }: Stage, x: number): string {
  let out = "";
  const tone = mix("#5c5a57", light.haze, 0.1);
  for (const z of [34, 22, 11])
    out +=
      pole(camera, [x, 0, z], 9, 0.3, { fill: mix(tone, light.haze, z / 90) }) +
      trace(
        camera,
        [
          [x - 0.9, 8.2, z],
          [x + 0.9, 8.2, z],
        ],
        0.12,
        { stroke: tone },
      );
  for (const offset of [-0.8, 0, 0.8]) {
    const spots: Spot[] = [];
    for (let z = 44; z > 1.4; z -= 3)
      spots.push([x + offset, 8.2 - 0.5 * Math.sin(((z % 11) / 11) * Math.PI), z]);
    const at = spots.map((s) => camera.at(s));
    out += line(
      at.map((p) => [p.x, p.y] as const),
      { stroke: "#2f3237", width: 1.6, opacity: chance.between(0.5, 0.8) },
    );
  }
  return out;
}

/** Grains on the ground, small far away. */
export function grain(
  { camera, chance }: Stage,
  tone: string,
  left: number,
  right: number,
  from: number,
  to: number,
  count: number,
): string {
  let light = "";
  let dark = "";
  for (let i = 0; i < count; i += 1) {
    const z = from * (to / from) ** chance.next();
    const p = camera.at([chance.between(left, right), 0, z]);
    const r = Math.max(0.5, chance.between(0.004, 0.011) * p.scale);
    const dot = `M${n(p.x - r)} ${n(p.y)}a${n(r)} ${n(r * 0.7)} 0 1 0 ${n(r * 2)} 0a${n(r)} ${n(r * 0.7)} 0 1 0 ${n(-r * 2)} 0`;
    if (chance.chance(0.5)) light += dot;
    else dark += dot;
  }
  return `<path d="${light}" fill="${lighter(tone, 0.24)}" opacity=".5"/><path d="${dark}" fill="${darker(tone, 0.4)}" opacity=".55"/>`;
}

export type Road = { left: number; right: number; asphalt: string; verge: string };

/** Sky, distance, houses, road: everything behind the thing the picture is about. */
export function street(
  stage: Stage,
  look: Partial<Road> & { laneMark?: boolean; houses?: boolean } = {},
): { svg: string; road: Road } {
  const { camera, chance, light, setting } = stage;
  const road: Road = {
    left: -2.6,
    right: 2.6,
    asphalt: light.wet ? "#4b4e53" : "#6c6b69",
    verge: "#8f8c84",
    ...look,
  };
  const y = camera.horizonY;
  let back = setting === "town" ? "" : hills(stage);
  if (look.houses !== false) {
    for (const side of [-1, 1] as const) {
      const x = side < 0 ? road.left - 2.2 : road.right + 2.2;
      for (let z = 42; z > 6; z -= 9)
        back += building(
          stage,
          side,
          x,
          z - chance.between(0, 1.2),
          6.8,
          setting === "town" ? chance.whole(2, 5) : chance.whole(1, 2),
        );
    }
    const treeX = chance.pick([road.left - 1.6, road.right + 1.6]);
    for (const z of [30, 18]) back += tree(stage, [treeX, 0, z], chance.between(4, 6));
  }
  const ground = mix("#8b8f7a", light.haze, 0.1);
  let out = box(0, 0, WIDTH, y + 60, { fill: "url(#sky)" }) + group(back, 'filter="url(#soft)"');
  out += box(0, y + 1, WIDTH, HEIGHT - y, { fill: ground });
  out += shape(
    [
      [0, y + 1],
      [WIDTH, y + 1],
      [WIDTH, HEIGHT],
      [0, HEIGHT],
    ],
    { fill: road.verge, opacity: 0.6 },
  );
  out += face(
    camera,
    [
      [road.left, 0, 0.8],
      [road.right, 0, 0.8],
      [road.right, 0, 90],
      [road.left, 0, 90],
    ],
    { fill: road.asphalt },
  );
  for (const [x, w] of [
    [road.left + 0.25, 0.13],
    [road.right - 0.25, 0.13],
  ] as const)
    out += face(
      camera,
      [
        [x, 0, 0.8],
        [x + w, 0, 0.8],
        [x + w, 0, 80],
        [x, 0, 80],
      ],
      { fill: "#e8e6df", opacity: 0.85 },
    );
  if (look.laneMark)
    for (let z = 1; z < 50; z += 6)
      out += face(
        camera,
        [
          [-0.07, 0, z],
          [0.07, 0, z],
          [0.07, 0, z + 3],
          [-0.07, 0, z + 3],
        ],
        { fill: "#e8e6df", opacity: 0.8 },
      );
  out += grain(stage, road.asphalt, road.left, road.right, 1.1, 26, 620);
  if (light.wet)
    out += group(
      oval(WIDTH * 0.45, HEIGHT * 0.72, 420, 46, { fill: light.sky[1], opacity: 0.25 }) +
        oval(WIDTH * 0.62, HEIGHT * 0.58, 220, 16, { fill: light.sky[1], opacity: 0.3 }),
      'filter="url(#blur)"',
    );
  if (look.houses !== false) {
    out += border(stage, road.left - 1.5, 3, 26) + border(stage, road.right + 1.5, 3, 26);
    out += wires(stage, chance.pick([road.left - 0.9, road.right + 0.9]));
  }
  return { svg: out, road };
}
