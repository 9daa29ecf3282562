import type { Spot } from "../drawing/camera";
import type { Scene, Stage } from "../drawing/stage";
import {
  beam,
  box,
  crack,
  darker,
  face,
  floor,
  front,
  lighter,
  patch,
  rounded,
  smooth,
  trace,
} from "../drawing/svg";
import { parkGround, shadowOn } from "./park-ground";

/** A swing: one seat hangs by a single chain. */
export const swing = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = parkGround(stage);
  const tone = chance.pick(["#3f6f9e", "#b5493c", "#4b8a5c"]);
  const [z, h, w] = [5.6, 2.3, 1.7];
  out += shadowOn(stage, [
    [-w, 0, z - 0.3],
    [w + 0.5, 0, z - 0.2],
    [w + 0.6, 0, z + 0.4],
    [-w, 0, z + 0.3],
  ]);
  for (const x of [-w, w])
    out +=
      beam(camera, [x, h, z], [x - 0.3, 0, z + 0.8], 0.09, darker(tone, 0.25)) +
      beam(camera, [x, h, z], [x + 0.3, 0, z - 0.8], 0.09, tone);
  out += beam(camera, [-w - 0.1, h, z], [w + 0.1, h, z], 0.1, tone);
  const chain = (x: number, x2: number, y: number, z2: number) =>
    trace(
      camera,
      [
        [x, h, z],
        [x2, y, z2],
      ],
      0.022,
      { stroke: "#6d7276" },
    );
  const hang = chance.chance(0.5) ? -0.75 : 0.75;
  for (const dx of [-0.22, 0.22]) out += chain(-hang + dx, -hang + dx, 0.5, z);
  out += face(
    camera,
    [
      [-hang - 0.26, 0.5, z - 0.1],
      [-hang + 0.26, 0.5, z - 0.1],
      [-hang + 0.26, 0.5, z + 0.1],
      [-hang - 0.26, 0.5, z + 0.1],
    ],
    { fill: "#3b3f42" },
  );
  out +=
    chain(hang - 0.22, hang - 0.2, 0.72, z) +
    trace(
      camera,
      [
        [hang + 0.22, h, z],
        [hang + 0.25, 1.75, z],
      ],
      0.022,
      { stroke: "#6d7276" },
    );
  out += face(
    camera,
    [
      [hang - 0.24, 0.74, z - 0.1],
      [hang - 0.14, 0.72, z + 0.08],
      [hang + 0.06, 0.22, z + 0.06],
      [hang - 0.04, 0.24, z - 0.1],
    ],
    { fill: "#3b3f42" },
  );
  out += trace(
    camera,
    [
      [hang + 0.02, 0.02, z - 0.2],
      [hang + 0.3, 0.02, z - 0.3],
      [hang + 0.22, 0.02, z - 0.5],
      [hang + 0.5, 0.02, z - 0.55],
    ],
    0.03,
    { stroke: "#5d6265" },
  );
  for (const x of [-w + 0.2, w - 0.2])
    out += beam(camera, [x * 1.5, 0, z - 1.4], [x * 1.5, 0.6, z - 1.4], 0.06, "#c8b53a");
  return { content: out + beam(camera, [-w * 1.5, 0.6, z - 1.4], [w * 1.5, 0.6, z - 1.4], 0.06, "#d6c347") };
};

/** A slide with a torn sheet of steel, or a hole rusted into it. */
export const slide = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = parkGround(stage);
  const tone = chance.pick(["#c8553d", "#3d7ea6", "#d9a13b"]);
  const z = 5.4;
  out += shadowOn(stage, [
    [-1.6, 0, z - 0.2],
    [1.9, 0, z - 0.4],
    [2, 0, z + 0.5],
    [-1.5, 0, z + 0.6],
  ]);
  for (const dz of [0, 0.55])
    for (const x of [-1.5, -0.75])
      out += beam(camera, [x, 0, z + dz], [x, 2.4, z + dz], 0.07, darker(tone, dz ? 0.35 : 0.1));
  for (let y = 0.3; y < 1.7; y += 0.28)
    out += beam(camera, [-1.5, y, z], [-1.5, y, z + 0.55], 0.05, darker(tone, 0.3));
  out +=
    floor(camera, -1.5, -0.75, z, z + 0.55, { fill: darker(tone, 0.15) }, 1.75) +
    beam(camera, [-1.5, 2.4, z], [-0.75, 2.4, z], 0.06, tone);
  const bed = (x: number) => 1.75 * (1 - (x + 0.75) / 2.6) ** 1.25;
  const curve = Array.from({ length: 14 }, (_, i) => -0.75 + (i / 13) * 2.6);
  const steel = "#b9bfc3";
  out += face(
    camera,
    [
      ...curve.map((x): Spot => [x, bed(x), z]),
      ...[...curve].reverse().map((x): Spot => [x, bed(x), z + 0.55]),
    ],
    { fill: steel },
  );
  out += face(
    camera,
    [
      ...curve.map((x): Spot => [x, bed(x), z]),
      ...[...curve].reverse().map((x): Spot => [x, bed(x) + 0.22, z]),
    ],
    { fill: tone },
  );
  const at = chance.between(0.2, 0.8);
  const hurt = (dx: number, dy: number): Spot => [at + dx, bed(at + dx) + 0.11 + dy, z - 0.01];
  out +=
    rounded(
      camera,
      [hurt(-0.22, 0), hurt(-0.05, 0.08), hurt(0.2, 0.03), hurt(0.18, -0.07), hurt(-0.08, -0.08)],
      { fill: "#7a3f22" },
    ) +
    rounded(camera, [hurt(-0.14, 0), hurt(0, 0.05), hurt(0.13, 0.01), hurt(0, -0.05)], { fill: "#2a1a12" });
  out += trace(camera, [hurt(0.05, -0.1), hurt(0.08, -0.2)], 0.05, { stroke: "#8a4b2a", opacity: 0.7 });
  out += trace(camera, [hurt(-0.2, 0.12), hurt(0, 0.22), hurt(0.24, 0.16)], 0.025, {
    stroke: lighter(tone, 0.3),
  });
  return { content: out };
};

/** Scribbles on a play tunnel, bottles and bags before it. */
export const graffiti = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = parkGround(stage);
  const z = 5;
  const stone = "#b3b0a6";
  out += shadowOn(stage, [
    [-2, 0, z - 0.2],
    [2.4, 0, z - 0.2],
    [2.6, 0, z + 0.6],
    [-1.8, 0, z + 0.6],
  ]);
  out +=
    front(camera, -1.9, 1.9, 0, 1.7, z, { fill: stone }) +
    floor(camera, -1.9, 1.9, z, z + 1, { fill: lighter(stone, 0.2) }, 1.7);
  const round = (r: number): Spot[] =>
    Array.from({ length: 26 }, (_, i) => [
      Math.cos((i / 25) * Math.PI) * r,
      Math.max(0, Math.sin((i / 25) * Math.PI) * r * 1.15),
      z - 0.01,
    ]);
  out +=
    face(camera, round(0.75), { fill: darker(stone, 0.3) }) + face(camera, round(0.66), { fill: "#23221f" });
  for (const [x, y, tone] of [
    [-1.3, 1.05, "#c2345f"],
    [1.3, 1, "#2c6db3"],
    [1.25, 0.5, "#26262b"],
  ] as const) {
    const p = camera.at([x, y, z - 0.02]);
    const points = Array.from(
      { length: 9 },
      (_, i) => [p.x + (-0.4 + i * 0.1) * p.scale, p.y + chance.between(-0.2, 0.2) * p.scale] as const,
    );
    out += smooth([...points, ...[...points].reverse().map(([px, py]) => [px + 4, py + 10] as const)], {
      stroke: tone,
      width: 0.05 * p.scale,
    });
  }
  for (let i = 0; i < 9; i += 1) {
    const [x, bz] = [chance.between(-1.7, 1.7), chance.between(3.4, 4.6)];
    const p = camera.at([x, 0, bz]);
    if (i % 2)
      out += `<g transform="translate(${p.x.toFixed(1)} ${p.y.toFixed(1)}) rotate(${chance.pick([82, -78, 12]).toFixed(0)})">${box(-0.04 * p.scale, -0.26 * p.scale, 0.08 * p.scale, 0.2 * p.scale, { fill: chance.pick(["#9cc3b0", "#c9d8dd", "#8aa77a"]), opacity: 0.85 }, 6)}${box(-0.018 * p.scale, -0.31 * p.scale, 0.036 * p.scale, 0.06 * p.scale, { fill: "#e9e9e9" })}</g>`;
    else
      out += rounded(camera, patch(chance, [x, 0.06, bz], 0.14, 0.1, 0.25, 9), {
        fill: chance.pick(["#e3e2dd", "#d6c9b0", "#c8d2d9"]),
        stroke: "#8a8780",
        width: 1.2,
      });
  }
  for (const spots of crack(chance, [-1.5, 0, 3.6], 0.1, 2.4, 2))
    out += trace(camera, spots, 0.006, { stroke: "#8a7a5c", opacity: 0.6 });
  return { content: out };
};
