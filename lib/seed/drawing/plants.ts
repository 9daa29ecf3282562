import type { Chance } from "../random";
import type { Spot } from "./camera";
import type { Stage } from "./stage";
import { darker, lighter, line, pole, smooth } from "./svg";

export const LEAVES = ["#4f6b3a", "#5d7a45", "#41592f", "#6d8650", "#3c5233"];

const ring = (chance: Chance, x: number, y: number, r: number, low: number, high: number, flat: number) =>
  Array.from({ length: 11 }, (_, i) => {
    const angle = (i / 11) * 2 * Math.PI;
    const reach = r * chance.between(low, high);
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach * flat] as const;
  });

/** A crown of leaves: darker below, lit from the upper left. */
export function foliage(chance: Chance, x: number, y: number, r: number, tone = chance.pick(LEAVES)): string {
  const blob = (cx: number, cy: number, radius: number, fill: string) =>
    smooth(ring(chance, cx, cy, radius, 0.82, 1.14, 0.88), { fill });
  const clusters = Array.from({ length: 26 }, () => {
    const angle = chance.between(0, 2 * Math.PI);
    const away = r * Math.sqrt(chance.next()) * 0.95;
    const upper = Math.sin(angle) < 0;
    const fill = upper ? lighter(tone, chance.between(0.04, 0.2)) : darker(tone, chance.between(0.05, 0.3));
    return blob(
      x + Math.cos(angle) * away,
      y + Math.sin(angle) * away * 0.86,
      r * chance.between(0.1, 0.2),
      fill,
    );
  });
  return (
    blob(x, y, r, darker(tone, 0.28)) + blob(x - r * 0.1, y - r * 0.14, r * 0.84, tone) + clusters.join("")
  );
}

/** A tree with its foot on the ground. */
export function tree({ camera, chance }: Stage, at: Spot, height: number, tone?: string): string {
  const [x, y, z] = at;
  const crown = camera.at([x, y + height * 0.7, z]);
  const [low, high] = [
    camera.at([x, y + height * 0.38, z]),
    camera.at([x + height * 0.16, y + height * 0.62, z]),
  ];
  const bark = "#5a4a3d";
  return (
    pole(camera, at, height * 0.62, height * 0.055, { fill: bark }, chance.between(-0.08, 0.08)) +
    line(
      [
        [low.x, low.y],
        [high.x, high.y],
      ],
      { stroke: bark, width: height * 0.03 * low.scale },
    ) +
    foliage(chance, crown.x, crown.y, height * 0.34 * crown.scale, tone)
  );
}

/** Single blades of grass in a tuft. */
export function tuft({ camera, chance }: Stage, at: Spot, size: number, tone = chance.pick(LEAVES)): string {
  const foot = camera.at(at);
  return Array.from({ length: 7 }, () => {
    const lean = chance.between(-0.5, 0.5) * size * foot.scale;
    const tall = chance.between(0.5, 1) * size * foot.scale;
    const start = foot.x + chance.between(-0.15, 0.15) * size * foot.scale;
    return line(
      [
        [start, foot.y],
        [start + lean * 0.4, foot.y - tall * 0.7],
        [start + lean, foot.y - tall],
      ],
      { stroke: chance.chance(0.5) ? tone : lighter(tone, 0.18), width: Math.max(0.8, 0.012 * foot.scale) },
    );
  }).join("");
}

/** A fallen leaf lying flat. */
export function leaf(
  { camera, chance }: Stage,
  at: Spot,
  tone = chance.pick(["#9a6b34", "#b5833f", "#7d5a33", "#a8552c", "#6f6a35"]),
): string {
  const p = camera.at(at);
  const size = chance.between(0.025, 0.05) * p.scale;
  const turn = chance.between(0, Math.PI);
  const [c, s] = [Math.cos(turn) * size, Math.sin(turn) * size * 0.6];
  return smooth(
    [
      [p.x - c, p.y - s],
      [p.x + s * 0.5, p.y - c * 0.3],
      [p.x + c, p.y + s],
      [p.x - s * 0.5, p.y + c * 0.3],
    ],
    { fill: chance.chance(0.3) ? darker(tone, 0.25) : tone },
  );
}
