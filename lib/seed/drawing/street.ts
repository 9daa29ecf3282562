import { HEIGHT, WIDTH } from "./camera";
import { border, building, hills, wires } from "./houses";
import { tree } from "./plants";
import type { Stage } from "./stage";
import { box, darker, floor, group, lighter, mix, n, oval } from "./svg";

/** Grains on the ground, small far away. */
export function grain(
  { camera, chance }: Stage,
  tone: string,
  area: { left: number; right: number; from: number; to: number },
  count: number,
): string {
  let light = "";
  let dark = "";
  for (let i = 0; i < count; i += 1) {
    const near = Math.max(0.15, area.from);
    const z = near * (Math.max(near, area.to) / near) ** chance.next();
    const p = camera.at([chance.between(area.left, area.right), 0, z]);
    const r = Math.max(0.5, chance.between(0.004, 0.011) * p.scale);
    const dot = `M${n(p.x - r)} ${n(p.y)}a${n(r)} ${n(r * 0.7)} 0 1 0 ${n(r * 2)} 0a${n(r)} ${n(r * 0.7)} 0 1 0 ${n(-r * 2)} 0`;
    if (chance.chance(0.5)) light += dot;
    else dark += dot;
  }
  return `<path d="${light}" fill="${lighter(tone, 0.24)}" opacity=".5"/><path d="${dark}" fill="${darker(tone, 0.4)}" opacity=".55"/>`;
}

/** Sheen of standing water on the road. */
const sheen = (stage: Stage): string =>
  group(
    oval(WIDTH * 0.45, HEIGHT * 0.76, 430, 40, { fill: stage.light.sky[1], opacity: 0.22 }) +
      oval(WIDTH * 0.58, HEIGHT * 0.55, 190, 12, { fill: stage.light.sky[1], opacity: 0.28 }),
    'filter="url(#blur)"',
  );

export type StreetLook = {
  left?: number;
  right?: number;
  laneMark?: boolean;
  edgeMark?: number;
  walls?: boolean;
};

export const asphaltOf = (stage: Stage): string => (stage.light.wet ? "#4b4e53" : "#6c6b69");

/** Sky, distance, houses and road: everything behind the thing the picture is about. */
export function street(stage: Stage, look: StreetLook = {}): string {
  const { camera, chance, light, setting } = stage;
  const { left = -2.6, right = 2.6, edgeMark = 0.85, walls = true } = look;
  const asphalt = asphaltOf(stage);
  const y = camera.horizonY;
  const ground = mix("#8f8d80", light.haze, 0.12);
  let back = setting === "town" ? "" : hills(stage);
  back += box(0, y + 1, WIDTH, HEIGHT - y, { fill: ground });
  for (const hand of [-1, 1] as const) {
    const x = hand < 0 ? left - 2.2 : right + 2.2;
    for (let z = 51; z > 6; z -= 9) {
      const floors = setting === "town" ? chance.whole(2, 5) : chance.whole(1, 2);
      back += building(stage, hand, x, z - chance.between(0, 1.2), floors);
    }
  }
  const treeX = chance.pick([left - 1.6, right + 1.6]);
  for (const z of [30, 18]) back += tree(stage, [treeX, 0, z], chance.between(4, 6));

  let out = box(0, 0, WIDTH, y + 60, { fill: "url(#sky)" }) + back;
  out += floor(camera, left - 1.5, right + 1.5, 0.6, 60, { fill: mix("#9a978d", light.haze, 0.1) });
  out += floor(camera, left, right, 0.6, 400, { fill: asphalt });
  for (const x of [left + 0.25, right - 0.38]) {
    if (edgeMark > 0) out += floor(camera, x, x + 0.13, 0.6, 90, { fill: "#e8e6df", opacity: edgeMark });
  }
  if (look.laneMark) {
    for (let z = 1; z < 60; z += 6)
      out += floor(camera, -0.07, 0.07, z, z + 3, { fill: "#e8e6df", opacity: 0.8 });
  }
  out += grain(stage, asphalt, { left, right, from: 1.1, to: 26 }, 620);
  if (light.wet) out += sheen(stage);
  if (walls) out += border(stage, left - 1.5, 3, 26) + border(stage, right + 1.5, 3, 26);
  return out + wires(stage, chance.pick([left - 0.9, right + 0.9]));
}

/** Asphalt seen from above, filling the picture. */
export function closeRoad(stage: Stage, tone = asphaltOf(stage)): string {
  return (
    box(0, 0, WIDTH, HEIGHT, { fill: tone }) +
    grain(stage, tone, { left: -1.6, right: 1.6, from: 0.35, to: 3.4 }, 1500) +
    (stage.light.wet ? sheen(stage) : "")
  );
}
