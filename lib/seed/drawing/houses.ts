import { WIDTH } from "./camera";
import { foliage } from "./plants";
import type { Stage } from "./stage";
import { beam, darker, face, floor, front, line, mix, pole, side, smooth, trace } from "./svg";

const WALLS = ["#d9d2c4", "#c9c4ba", "#e4dfd6", "#b9b6ae", "#cbbfae", "#dcd7cf", "#a9aaa8"];
const ROOFS = ["#4d5058", "#5b4a44", "#3f4a57", "#6a6460", "#55524e"];
const FLOOR_METERS = 2.9;

/** Two ridges that fade into the haze. */
export function hills({ camera, chance, light }: Stage): string {
  const ridge = (base: number, rise: number, fill: string) => {
    const points: [number, number][] = [[-10, base + 40]];
    for (let x = -10; x <= WIDTH + 60; x += 60) points.push([x, base - rise * chance.between(0.35, 1)]);
    points.push([WIDTH + 60, base + 40]);
    return smooth(points, { fill });
  };
  const { horizonY } = camera;
  return (
    ridge(horizonY + 4, 90, mix("#6f8791", light.haze, 0.55)) +
    ridge(horizonY + 12, 46, mix("#64795f", light.haze, 0.38))
  );
}

function windows(
  { camera, chance, light }: Stage,
  x: number,
  z: number,
  depth: number,
  floors: number,
): string {
  const lit = light.dark && chance.chance(0.5);
  const day = mix("#5d6d78", light.sky[1], 0.25);
  const frame = "#ece9e2";
  let out = "";
  for (let f = 0; f < floors; f += 1) {
    for (let w = 0.7; w + 1.3 < depth; w += 2.4) {
      if (chance.chance(0.18)) continue;
      const low = f * FLOOR_METERS + 0.9;
      const fill = lit && chance.chance(0.6) ? "#ffdf9e" : chance.chance(0.8) ? day : darker(day, 0.3);
      const width = Math.max(0.6, 0.05 * camera.at([x, 0, z]).scale);
      out += side(camera, x, low, low + 1.2, z + w, z + w + 1.4, { fill, stroke: frame, width });
      out += beam(camera, [x, low, z + w + 0.7], [x, low + 1.2, z + w + 0.7], 0.04, frame);
    }
  }
  return out;
}

/** A house (up to two floors, with a roof) or a flat building, beside the street: `hand` −1 left, 1 right. */
export function building(stage: Stage, hand: -1 | 1, x: number, z: number, floors: number): string {
  const { camera, chance, light } = stage;
  const fade = Math.min(0.5, z / 60);
  const wall = mix(chance.pick(WALLS), light.haze, fade);
  const roof = mix(chance.pick(ROOFS), light.haze, fade);
  const height = floors * FLOOR_METERS + 0.3;
  const depth = 6.8;
  const far = x + hand * chance.between(6, 10);
  let out = front(camera, x, far, 0, height, z, { fill: darker(wall, hand < 0 ? 0.12 : 0.22) });
  out += side(camera, x, 0, height, z, z + depth, { fill: wall });
  if (floors <= 2) {
    const [eave, ridge] = [x - hand * 0.5, x + (far - x) * 0.42];
    const [low, peak] = [height - 0.15, height + 1.7];
    const end = z + depth + 0.4;
    out += face(
      camera,
      [
        [eave, low, z - 0.4],
        [eave, low, end],
        [ridge, peak, end],
        [ridge, peak, z - 0.4],
      ],
      { fill: roof },
    );
    out += face(
      camera,
      [
        [eave, low, z - 0.4],
        [ridge, peak, z - 0.4],
        [far + hand * 0.5, low, z - 0.4],
      ],
      { fill: darker(roof, 0.25) },
    );
    for (let i = 1; i < 7; i += 1) {
      const [rx, ry] = [eave + ((ridge - eave) * i) / 7, low + ((peak - low) * i) / 7];
      out += beam(camera, [rx, ry, z - 0.4], [rx, ry, end], 0.04, darker(roof, 0.35), 0.5);
    }
  } else {
    out += side(camera, x, height, height + 0.5, z, z + depth, { fill: darker(wall, 0.15) });
    for (let f = 1; f < floors; f += 1) {
      out += beam(
        camera,
        [x, f * FLOOR_METERS, z],
        [x, f * FLOOR_METERS, z + depth],
        0.18,
        darker(wall, 0.2),
      );
    }
  }
  return out + windows(stage, x, z, depth, floors);
}

/** A block wall or a hedge along the road. */
export function border({ camera, chance, light }: Stage, x: number, from: number, to: number): string {
  let out = "";
  if (chance.chance(0.4)) {
    for (let z = to; z > from; z -= 0.9) {
      const p = camera.at([x, 0.65, z]);
      out += foliage(chance, p.x, p.y, 0.62 * p.scale, "#4c6438");
    }
    return out;
  }
  const tone = mix(chance.pick(["#b8b4ab", "#a6a49d", "#c3beb2"]), light.haze, 0.08);
  const joint = darker(tone, 0.35);
  out += side(camera, x, 0, 1.2, from, to, { fill: tone });
  for (let y = 0.2; y < 1.2; y += 0.2) out += beam(camera, [x, y, from], [x, y, to], 0.015, joint, 0.8);
  for (let z = from; z < to; z += 0.8) out += beam(camera, [x, 0, z], [x, 1.2, z], 0.015, joint, 0.5);
  const inner = x + (x < 0 ? -0.15 : 0.15);
  return out + floor(camera, x, inner, from, to, { fill: darker(tone, 0.12) }, 1.2);
}

/** Utility poles with their sagging lines. */
export function wires({ camera, chance, light }: Stage, x: number): string {
  const tone = mix("#5c5a57", light.haze, 0.1);
  let out = "";
  for (const z of [34, 22, 11]) {
    out += pole(camera, [x, 0, z], 9, 0.3, { fill: mix(tone, light.haze, z / 90) });
    out += trace(
      camera,
      [
        [x - 0.9, 8.2, z],
        [x + 0.9, 8.2, z],
      ],
      0.12,
      { stroke: tone },
    );
  }
  for (const offset of [-0.8, 0, 0.8]) {
    const points: [number, number][] = [];
    for (let z = 44; z > 1.4; z -= 1.5) {
      const p = camera.at([x + offset, 8.2 - 0.4 * Math.sin(((z % 11) / 11) * Math.PI), z]);
      points.push([p.x, p.y]);
    }
    out += line(points, { stroke: "#2f3237", width: 1.6, opacity: chance.between(0.5, 0.8) });
  }
  return out;
}
