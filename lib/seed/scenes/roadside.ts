import type { Spot } from "../drawing/camera";
import { glow } from "../drawing/light";
import { foliage, LEAVES, leaf, tree, tuft } from "../drawing/plants";
import type { Scene, Stage } from "../drawing/stage";
import { closeRoad, street } from "../drawing/street";
import {
  beam,
  box,
  crack,
  darker,
  face,
  floor,
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

const LAMP_SPOTS = [30, 19, 10.5, 5.2] as const;

function lampPost(
  stage: Stage,
  z: number,
  lean: number,
  x = -2.75,
): { svg: string; head: { x: number; y: number; scale: number } } {
  const { camera } = stage;
  const tone = "#8d9296";
  const top: Spot = [x + lean, 5.2, z];
  const head: Spot = [x + 1.3 + lean * 1.4, 5.35 - lean * 0.25, z];
  const p = camera.at(head);
  const svg =
    pole(camera, [x, 0, z], 5.2, 0.16, { fill: tone }, lean) +
    beam(camera, top, head, 0.1, tone) +
    pole(camera, [x, 0, z], 0.7, 0.24, { fill: darker(tone, 0.2) }, lean * 0.1) +
    oval(p.x + 0.12 * p.scale, p.y + 0.02 * p.scale, 0.3 * p.scale, 0.085 * p.scale, {
      fill: darker(tone, 0.3),
    });
  return { svg, head: { x: p.x + 0.12 * p.scale, y: p.y + 0.06 * p.scale, scale: p.scale } };
}

/** A dark street: every lamp but one gives light. */
export const lampAtNight = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  const broken = chance.pick([5.2, 10.5]);
  let out = street(stage, { laneMark: true });
  let glows = "";
  for (const z of LAMP_SPOTS) {
    const lamp = lampPost(stage, z, 0);
    out += lamp.svg;
    if (z === broken) continue;
    const foot = camera.at([-1.6, 0, z]);
    glows += glow(`g${Math.round(z * 10)}`, lamp.head.x, lamp.head.y, 2.6 * lamp.head.scale, "#ffe0a3", 0.85);
    glows += `<ellipse cx="${foot.x.toFixed(1)}" cy="${foot.y.toFixed(1)}" rx="${(3 * foot.scale).toFixed(1)}" ry="${(0.5 * foot.scale).toFixed(1)}" fill="#ffdf9e" opacity=".16" style="mix-blend-mode:screen" filter="url(#blur)"/>`;
    glows += oval(lamp.head.x, lamp.head.y, 0.24 * lamp.head.scale, 0.06 * lamp.head.scale, {
      fill: "#fff6dc",
    });
  }
  return { content: out, glows };
};

/** A lamp that burns by day, or leans. */
export const lampByDay = (stage: Stage): Scene => {
  const { chance } = stage;
  let out = street(stage, { laneMark: true });
  const leaning = chance.chance(0.5);
  let glows = "";
  for (const z of [22, 13]) out += lampPost(stage, z, 0).svg;
  const lamp = lampPost(stage, 6.4, leaning ? 0.75 : 0);
  out += lamp.svg;
  if (!leaning)
    glows =
      glow("day", lamp.head.x, lamp.head.y, 1.1 * lamp.head.scale, "#fff1c9", 0.95) +
      oval(lamp.head.x, lamp.head.y, 0.26 * lamp.head.scale, 0.07 * lamp.head.scale, { fill: "#fffbe9" });
  return { content: out, glows };
};

/** A street tree that hides a sign, or a broken limb over the footway. */
export const streetTree = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = street(stage, { laneMark: true, walls: false });
  const x = chance.pick([-3, 3]);
  for (const z of [19, 12]) out += tree(stage, [x, 0, z], 5.5, LEAVES[0]);
  if (chance.chance(0.5)) {
    out += pole(camera, [x * 0.86, 0, 5.6], 3.4, 0.08, { fill: "#a9adb0" });
    const sign = camera.at([x * 0.86, 3.1, 5.55]);
    out += `<g transform="translate(${sign.x.toFixed(1)} ${sign.y.toFixed(1)}) rotate(45)">${box(-0.4 * sign.scale, -0.4 * sign.scale, 0.8 * sign.scale, 0.8 * sign.scale, { fill: "#e8c531", stroke: "#2b2b2b", width: 3 }, 6)}</g>`;
    const crown = camera.at([x * 0.9, 3.9, 5.2]);
    for (let i = 0; i < 5; i += 1)
      out += foliage(
        chance,
        crown.x + chance.between(-0.9, 0.9) * crown.scale,
        crown.y + chance.between(-0.1, 0.9) * crown.scale,
        chance.between(0.4, 0.75) * crown.scale,
        LEAVES[1],
      );
    out += pole(camera, [x * 1.06, 0, 5.4], 3.4, 0.26, { fill: "#5a4a3d" });
    return { content: out };
  }
  out += tree(stage, [x, 0, 5.6], 5.8, LEAVES[1]);
  const tip = x > 0 ? -1 : 1;
  out += trace(
    camera,
    [
      [x + tip * 0.15, 2.7, 5.4],
      [x + tip * 0.8, 2.2, 5.1],
      [x + tip * 1.5, 0.9, 4.7],
    ],
    0.14,
    { stroke: "#6a5443" },
  );
  out += trace(
    camera,
    [
      [x + tip * 0.1, 2.85, 5.4],
      [x + tip * 0.3, 2.65, 5.35],
    ],
    0.16,
    { stroke: "#d8b98b" },
  );
  for (let i = 0; i < 7; i += 1) {
    const p = camera.at([
      x + tip * chance.between(0.9, 1.9),
      chance.between(0.15, 1.3),
      chance.between(4.4, 5),
    ]);
    out += foliage(chance, p.x, p.y, chance.between(0.2, 0.4) * p.scale, "#7b7a3d");
  }
  for (let i = 0; i < 40; i += 1)
    out += leaf(stage, [x + tip * chance.between(0.3, 2.4), 0, chance.between(3.4, 5.6)], "#76793f");
  return { content: out };
};

/** Roots that have lifted the paving. */
export const rootsNear = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  const paving = "#a09a8f";
  let out = closeRoad(stage, paving);
  for (let z = 0.2; z < 3.4; z += 0.3)
    out += beam(camera, [-1.7, 0, z], [1.7, 0, z], 0.012, darker(paving, 0.4));
  for (let x = -1.6; x < 1.7; x += 0.3)
    out += beam(camera, [x, 0, 0.1], [x, 0, 3.4], 0.012, darker(paving, 0.4));
  out += floor(camera, -1.6, -0.55, 1.2, 2.6, { fill: "#6b573f", stroke: "#8b877d", width: 12 });
  for (let i = 0; i < 22; i += 1)
    out += tuft(stage, [chance.between(-1.5, -0.6), 0, chance.between(1.3, 2.5)], chance.between(0.06, 0.14));
  out +=
    rounded(camera, patch(chance, [-1.05, 0.05, 2.05], 0.3, 0.28, 0.08), { fill: "#4f4135" }) +
    rounded(camera, patch(chance, [-1.05, 0.3, 2.1], 0.24, 0.22, 0.05), { fill: "#66564a" });
  for (let i = 0; i < 5; i += 1) {
    let [x, z] = [-0.7, 1.9 - i * 0.18];
    const path: Spot[] = [[x, 0.02, z]];
    for (let s = 0; s < 7; s += 1) {
      x += chance.between(0.12, 0.22);
      z += chance.between(-0.16, 0.06);
      path.push([x, 0.02, z]);
    }
    out +=
      trace(camera, path, 0.085, { stroke: "#3d3226" }) + trace(camera, path, 0.06, { stroke: "#7a6450" });
  }
  for (let i = 0; i < 9; i += 1) {
    const [x, z] = [chance.between(-0.5, 0.5), chance.between(0.9, 1.9)];
    const rise = chance.between(0.03, 0.11);
    out += face(
      camera,
      [
        [x, 0, z],
        [x + 0.28, rise, z + 0.03],
        [x + 0.26, rise, z + 0.3],
        [x - 0.02, 0.01, z + 0.28],
      ],
      { fill: lighter(paving, chance.between(0.02, 0.16)), stroke: darker(paving, 0.55), width: 2 },
    );
    out += face(
      camera,
      [
        [x, 0, z],
        [x + 0.28, rise, z + 0.03],
        [x + 0.28, 0, z + 0.03],
      ],
      { fill: "#33302b" },
    );
  }
  return { content: out };
};

/** Caterpillars on the leaves of a street tree. */
export const caterpillarsNear = (stage: Stage): Scene => {
  const { chance, light } = stage;
  let out = box(0, 0, 1200, 900, { fill: mix("#5c7446", light.haze, 0.25) });
  for (let i = 0; i < 26; i += 1)
    out +=
      `<g filter="url(#blur)">${foliage(chance, chance.between(0, 1200), chance.between(0, 900), chance.between(60, 130), chance.pick(LEAVES))}</g>`.replace(
        /<g filter="url\(#blur\)">/,
        i % 6 === 0 ? '<g filter="url(#blur)">' : "<g>",
      );
  const branch: [number, number][] = [
    [-20, 620],
    [300, 540],
    [640, 470],
    [1220, 330],
  ];
  out +=
    line(branch, { stroke: "#3f3228", width: 34 }) +
    line(
      branch.map(([x, y]) => [x, y - 6] as const),
      { stroke: "#6a5644", width: 20 },
    );
  for (let i = 0; i < 12; i += 1) {
    const x = 90 + i * 95;
    const y = 600 - i * 22 + chance.between(-20, 20);
    const up = i % 2 === 0 ? -1 : 1;
    const tone = chance.pick(["#6f9447", "#83a657", "#5f8440"]);
    const [w, h] = [chance.between(70, 100), chance.between(120, 170) * up];
    out += smooth(
      [
        [x, y],
        [x + w * 0.5, y + h * 0.35],
        [x + w * 0.35, y + h * 0.8],
        [x + w * 0.1, y + h],
        [x - w * 0.3, y + h * 0.7],
        [x - w * 0.45, y + h * 0.3],
      ],
      { fill: tone, stroke: darker(tone, 0.35), width: 2 },
    );
    out += line(
      [
        [x, y],
        [x + w * 0.04, y + h * 0.92],
      ],
      { stroke: darker(tone, 0.3), width: 3 },
    );
    for (let bite = 0; bite < 3; bite += 1)
      out += oval(
        x + chance.between(-0.3, 0.4) * w,
        y + h * chance.between(0.3, 0.85),
        chance.between(8, 18),
        chance.between(7, 14),
        { fill: mix("#4d6239", light.haze, 0.15) },
      );
  }
  for (let c = 0; c < 6; c += 1) {
    const x0 = 160 + c * 170;
    const y0 = 590 - c * 42;
    for (let s = 0; s < 11; s += 1) {
      const [x, y] = [x0 + s * 11, y0 - s * 3 + Math.sin(s * 0.9 + c) * 4 - 18];
      for (let hair = 0; hair < 5; hair += 1)
        out += line(
          [
            [x, y],
            [x + chance.between(-12, 12), y - chance.between(12, 24)],
          ],
          { stroke: "#e9e2cf", width: 1, opacity: 0.8 },
        );
      out += oval(x, y, 10, 9, { fill: s % 2 ? "#2d2a24" : "#c9a63d" });
    }
    out += oval(x0 + 124, y0 - 50, 9, 9, { fill: "#7d2f22" });
  }
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
