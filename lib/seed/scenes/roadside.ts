import type { Spot } from "../drawing/camera";
import { tuft } from "../drawing/plants";
import type { Scene, Stage } from "../drawing/stage";
import { street } from "../drawing/street";
import {
  beam,
  box,
  crack,
  darker,
  face,
  front,
  lighter,
  line,
  mix,
  oval,
  patch,
  pole,
  rounded,
  side,
  smooth,
  trace,
} from "../drawing/svg";

/** A W-beam guard rail, bent outward where something hit it. */
export const guardRail = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = street(stage, { laneMark: true, walls: false });
  const x = chance.pick([-2.35, 2.35]);
  const outward = Math.sign(x);
  const hit = chance.between(6.8, 8.4);
  const bend = (z: number) => Math.exp(-(((z - hit) / 0.9) ** 2));
  const steel = "#c3c7c9";
  for (let z = 22; z > 2; z -= 2)
    out += pole(
      camera,
      [x + outward * (0.12 + bend(z) * 0.3), 0, z],
      0.78 - bend(z) * 0.25,
      0.12,
      { fill: darker(steel, 0.25) },
      outward * bend(z) * 0.45,
    );
  const band = (low: number, high: number, fill: string) => {
    const edge = (y: number): Spot[] =>
      Array.from({ length: 60 }, (_, i) => {
        const z = 2 + (i / 59) ** 1.5 * 20;
        return [
          x + outward * bend(z) * 0.6,
          y - bend(z) * 0.22 + (bend(z) > 0.3 ? chance.between(-0.015, 0.015) : 0),
          z,
        ];
      });
    return face(camera, [...edge(low), ...edge(high).reverse()], { fill });
  };
  out +=
    band(0.42, 0.75, steel) +
    band(0.42, 0.48, darker(steel, 0.3)) +
    band(0.55, 0.61, darker(steel, 0.35)) +
    band(0.61, 0.65, lighter(steel, 0.3)) +
    band(0.7, 0.75, lighter(steel, 0.2));
  for (let i = 0; i < 9; i += 1) {
    const z = hit + chance.between(-0.8, 0.8);
    out += beam(
      camera,
      [x + outward * bend(z) * 0.58, 0.5, z],
      [x + outward * bend(z) * 0.58, 0.68 - bend(z) * 0.2, z + 0.15],
      0.02,
      chance.pick(["#8d4f31", "#6f7579"]),
      0.8,
    );
  }
  for (let i = 0; i < 14; i += 1)
    out += rounded(
      camera,
      patch(
        chance,
        [x - outward * chance.between(0.1, 0.9), 0, hit + chance.between(-1, 1)],
        0.03,
        0.03,
        0.4,
        5,
      ),
      { fill: chance.pick(["#e8e3d8", "#d94f2b", "#9aa0a3"]) },
    );
  return { content: out };
};

/** A traffic mirror that looks at the sky, or has a shattered face. */
export const curveMirror = (stage: Stage): Scene => {
  const { camera, chance, light } = stage;
  let out = street(stage);
  const x = chance.pick([-1.7, 1.7]);
  out += pole(camera, [x, 0, 4.2], 2.75, 0.09, { fill: "#d9742b" }, chance.between(-0.12, 0.12));
  const at = camera.at([x, 2.75, 4.15]);
  const r = 0.42 * at.scale;
  const turn = chance.between(-30, 30);
  const shattered = chance.chance(0.5);
  let mirror =
    oval(0, 0, r * 1.13, r * 1.13, { fill: "#c4631f" }) +
    oval(0, 0, r * 1.08, r * 1.08, { fill: "#e8823a" }) +
    oval(0, 0, r, r, { fill: mix(light.sky[0], "#ffffff", 0.1) });
  mirror += smooth(
    [
      [-r * 0.95, r * 0.25],
      [-r * 0.4, r * 0.05],
      [r * 0.4, r * 0.1],
      [r * 0.95, r * 0.22],
      [r * 0.7, r * 0.68],
      [0, r * 0.97],
      [-r * 0.7, r * 0.7],
    ],
    { fill: "#7c7f7a" },
  );
  mirror += smooth(
    [
      [-r * 0.15, r * 0.1],
      [r * 0.12, r * 0.1],
      [r * 0.45, r * 0.85],
      [-r * 0.4, r * 0.88],
    ],
    { fill: "#5c5d5e" },
  );
  mirror += smooth(
    [
      [-r * 0.7, -r * 0.5],
      [-r * 0.35, -r * 0.75],
      [-r * 0.2, -r * 0.55],
      [-r * 0.55, -r * 0.25],
    ],
    { fill: "#ffffff", opacity: 0.5 },
  );
  if (shattered) {
    for (let i = 0; i < 11; i += 1) {
      const a = (i / 11) * 2 * Math.PI + chance.between(-0.2, 0.2);
      mirror += line(
        [
          [r * 0.2, -r * 0.1],
          [Math.cos(a) * r * 0.55 + chance.between(-8, 8), Math.sin(a) * r * 0.5],
          [Math.cos(a) * r * 0.98, Math.sin(a) * r * 0.98],
        ],
        { stroke: "#2b3036", width: 2.4 },
      );
    }
    mirror += smooth(
      [
        [r * 0.05, -r * 0.3],
        [r * 0.4, -r * 0.2],
        [r * 0.3, r * 0.15],
        [0, r * 0.05],
      ],
      { fill: "#43484c" },
    );
  }
  const hood = `<path d="M${(-r * 1.15).toFixed(1)} ${(-r * 0.35).toFixed(1)}A${(r * 1.2).toFixed(1)} ${(r * 1.2).toFixed(1)} 0 0 1 ${(r * 1.15).toFixed(1)} ${(-r * 0.35).toFixed(1)}L${r.toFixed(1)} ${(-r * 0.28).toFixed(1)}A${(r * 1.05).toFixed(1)} ${(r * 1.05).toFixed(1)} 0 0 0 ${(-r).toFixed(1)} ${(-r * 0.28).toFixed(1)}Z" fill="#a9521a"/>`;
  out += `<g transform="translate(${at.x.toFixed(1)} ${at.y.toFixed(1)}) rotate(${turn.toFixed(1)}) scale(${shattered ? 1 : 0.8} ${shattered ? 1 : 0.94})">${mirror}${hood}</g>`;
  return { content: out };
};

/** A retaining wall with a long crack and wet stains. */
export const retainingWall = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = street(stage, { walls: false });
  const stone = "#8d8b83";
  const x = -2.9;
  out += side(camera, x, 0, 3.6, 1.6, 24, { fill: stone });
  for (let row = 0; row < 9; row += 1)
    for (let z = 1.6; z < 24; z += 0.55) {
      const from = z + (row % 2) * 0.27;
      out += side(camera, x + 0.001, row * 0.4 + 0.02, row * 0.4 + 0.38, from, from + 0.5, {
        fill: mix(stone, chance.pick(["#77746b", "#a3a096", "#6d7064"]), chance.between(0.1, 0.6)),
        stroke: "#55534c",
        width: 1.2,
      });
    }
  for (let i = 0; i < 7; i += 1) {
    const z = 3.4 + i * 0.9;
    out += face(
      camera,
      [
        [x + 0.01, 2.8, z],
        [x + 0.01, 2.7, z + 0.25],
        [x + 0.01, 0, z + 0.35],
        [x + 0.01, 0, z - 0.1],
      ],
      { fill: "#3d3f38", opacity: 0.28 },
    );
  }
  const path: Spot[] = [];
  let z = 5.4;
  for (let y = 3.5; y > 0.1; y -= 0.22) {
    z += chance.between(-0.14, 0.26);
    path.push([x + 0.02, y, z]);
  }
  out +=
    trace(camera, path, 0.09, { stroke: "#23221f" }) +
    trace(
      camera,
      path.map(([px, y, pz]) => [px, y, pz + 0.06] as const),
      0.02,
      { stroke: "#c4c1b6", opacity: 0.6 },
    );
  for (let i = 0; i < 20; i += 1) out += tuft(stage, [x - 0.1, 3.6, 2 + i * 0.5], chance.between(0.2, 0.5));
  for (let i = 0; i < 16; i += 1)
    out += rounded(
      camera,
      patch(
        chance,
        [x + chance.between(0.1, 0.8), 0, chance.between(5.4, 8)],
        chance.between(0.03, 0.12),
        chance.between(0.03, 0.1),
        0.35,
        6,
      ),
      { fill: chance.pick(["#8d8578", "#6f685d", "#a39c8e"]), stroke: "#4a463f", width: 1 },
    );
  return { content: out };
};

/** A guide board that has come loose from its post. */
export const guideBoard = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = street(stage, { laneMark: true });
  const x = chance.pick([-1.5, 1.5]);
  out +=
    pole(camera, [x - 0.5, 0, 4.4], 2.5, 0.08, { fill: "#7e6a57" }) +
    pole(camera, [x + 0.5, 0, 4.4], 2.5, 0.08, { fill: "#7e6a57" });
  const at = camera.at([x, 1.8, 4.35]);
  const [w, h] = [0.78 * at.scale, 0.5 * at.scale];
  let board =
    box(-w, -h, w * 2, h * 2, { fill: "#3f5a4c", stroke: "#2b3d34", width: 5 }, 8) +
    box(-w * 0.92, -h * 0.88, w * 1.84, h * 1.76, { fill: "#e9e6da" }, 5);
  for (let i = 0; i < 4; i += 1)
    board += box(-w * 0.8, -h * 0.7 + i * h * 0.2, w * chance.between(0.5, 0.8), h * 0.07, {
      fill: "#6d756f",
    });
  board +=
    smooth(
      [
        [w * 0.1, -h * 0.6],
        [w * 0.6, -h * 0.65],
        [w * 0.78, -h * 0.1],
        [w * 0.4, h * 0.5],
        [w * 0.05, h * 0.2],
      ],
      { fill: "#b9d0b4" },
    ) +
    line(
      [
        [w * 0.1, h * 0.1],
        [w * 0.4, -h * 0.2],
        [w * 0.75, -h * 0.15],
      ],
      { stroke: "#5d84a6", width: 7 },
    );
  board += smooth(
    [
      [-w * 0.9, h * 0.3],
      [-w * 0.3, h * 0.15],
      [-w * 0.2, h * 0.8],
      [-w * 0.9, h * 0.82],
    ],
    { fill: "#a78d6f", opacity: 0.6 },
  );
  out += `<g transform="translate(${(at.x - w).toFixed(1)} ${(at.y - h).toFixed(1)}) rotate(${chance.between(9, 20).toFixed(1)}) translate(${w.toFixed(1)} ${h.toFixed(1)})">${board}</g>`;
  for (const spots of crack(chance, [x - 0.5, 0, 4.2], 0.2, 1, 1))
    out += trace(camera, spots, 0.01, { stroke: "#3a3733" });
  out += front(camera, x - 0.62, x - 0.38, 0, 0.12, 4.3, { fill: "#99958b" });
  return { content: out };
};
