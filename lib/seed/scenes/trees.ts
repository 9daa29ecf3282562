import type { Spot } from "../drawing/camera";
import { foliage, LEAVES, leaf, tree, tuft } from "../drawing/plants";
import type { Scene, Stage } from "../drawing/stage";
import { closeRoad, street } from "../drawing/street";
import {
  beam,
  box,
  darker,
  face,
  floor,
  lighter,
  line,
  mix,
  oval,
  patch,
  pole,
  rounded,
  smooth,
  trace,
} from "../drawing/svg";

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
