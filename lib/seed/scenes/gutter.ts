import type { Spot } from "../drawing/camera";
import { leaf, tuft } from "../drawing/plants";
import type { Scene, Stage } from "../drawing/stage";
import { asphaltOf, closeRoad, grain, street } from "../drawing/street";
import {
  beam,
  box,
  crack,
  darker,
  face,
  floor,
  front,
  lighter,
  mix,
  oval,
  patch,
  rounded,
  side,
  trace,
} from "../drawing/svg";

const CONCRETE = "#a8a59d";

/** A run of concrete lids along the road's edge, one of them broken. */
export const guttersNear = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = closeRoad(stage);
  out +=
    floor(camera, -1.9, -0.28, 0.1, 3.6, { fill: "#8b8873" }) +
    grain(stage, "#8b8873", { left: -1.6, right: -0.3, from: 0.4, to: 3.2 }, 260);
  out += floor(camera, -0.3, 0.3, 0.1, 3.6, { fill: darker(CONCRETE, 0.35) });
  const broken = chance.whole(2, 3);
  for (let i = 6; i >= 0; i -= 1) {
    const z = -0.14 + i * 0.5;
    const tone = mix(CONCRETE, "#87857c", chance.between(0, 0.5));
    if (i === broken) {
      out += floor(camera, -0.21, 0.21, z, z + 0.5, { fill: "#16171a" });
      out += side(camera, -0.21, -0.3, 0, z, z + 0.5, { fill: "#3b3a37" });
      out += floor(camera, -0.16, 0.2, z, z + 0.5, { fill: "#2c3036", opacity: 0.8 }, -0.32);
      const half = chance.between(0.16, 0.24);
      out += face(
        camera,
        [
          [-0.24, 0, z],
          [0.24, 0, z],
          [0.24, 0, z + half * 0.6],
          [0.1, 0, z + half],
          [-0.05, 0, z + half * 0.75],
          [-0.24, 0, z + half * 1.1],
        ],
        { fill: tone, stroke: darker(tone, 0.5), width: 2 },
      );
      out += face(
        camera,
        [
          [-0.12, -0.12, z + 0.3],
          [0.14, -0.22, z + 0.26],
          [0.18, -0.2, z + 0.44],
          [-0.06, -0.14, z + 0.47],
        ],
        { fill: darker(tone, 0.25), stroke: darker(tone, 0.6), width: 2 },
      );
      out +=
        beam(camera, [-0.1, -0.02, z + half], [-0.06, -0.12, z + half + 0.14], 0.012, "#7a4a2c") +
        beam(camera, [0.12, -0.02, z + half * 0.9], [0.16, -0.1, z + half + 0.1], 0.012, "#7a4a2c");
      continue;
    }
    out += floor(camera, -0.24, 0.24, z + 0.008, z + 0.492, {
      fill: tone,
      stroke: darker(tone, 0.5),
      width: 2,
    });
    out += grain(stage, tone, { left: -0.23, right: 0.23, from: z + 0.02, to: z + 0.48 }, 60);
    for (const at of [0.08, 0.42])
      out += floor(camera, -0.05, 0.05, z + at, z + at + 0.03, { fill: "#26272a" });
    if (Math.abs(i - broken) === 1)
      for (const spots of crack(chance, [-0.22, 0, z + 0.2], 0.2, 0.44, 1))
        out += trace(camera, spots, 0.009, { stroke: darker(tone, 0.65) });
  }
  for (let i = 0; i < 9; i += 1)
    out += tuft(
      stage,
      [-0.3 + chance.between(-0.05, 0.02), 0, chance.between(0.5, 2.6)],
      chance.between(0.05, 0.14),
    );
  return { content: out };
};

/** A grated inlet, choked with leaves and soil, water standing before it. */
export const inletNear = (stage: Stage): Scene => {
  const { camera, chance, light } = stage;
  let out = closeRoad(stage);
  out +=
    floor(camera, -2, -0.42, 0.1, 3.6, { fill: CONCRETE }, 0.12) +
    side(camera, -0.42, 0, 0.12, 0.1, 3.6, { fill: darker(CONCRETE, 0.3) });
  out += floor(camera, -0.42, -0.02, 0.1, 3.6, { fill: mix(CONCRETE, "#77746c", 0.4) });
  out += rounded(camera, patch(chance, [0.1, 0, 1.3], 0.62, 0.75, 0.18), {
    fill: mix("#6f7678", light.sky[1], 0.25),
    opacity: light.wet ? 0.9 : 0.5,
  });
  out += floor(camera, -0.4, 0.06, 0.92, 1.42, { fill: "#24262a", stroke: "#77736b", width: 7 });
  for (let z = 0.96; z < 1.42; z += 0.055)
    out += beam(camera, [-0.38, 0.01, z], [0.04, 0.01, z], 0.022, "#63605a");
  for (let i = 0; i < 190; i += 1)
    out += leaf(stage, [
      -0.2 + chance.between(-0.34, 0.4) * chance.next(),
      0.01,
      1.18 + chance.between(-0.42, 0.42),
    ]);
  out += rounded(camera, patch(chance, [-0.16, 0.02, 1.2], 0.16, 0.12, 0.3), {
    fill: "#54462f",
    opacity: 0.75,
  });
  for (let i = 0; i < 60; i += 1)
    out += leaf(stage, [-0.2 + chance.between(-0.2, 0.26), 0.02, 1.18 + chance.between(-0.2, 0.2)]);
  return { content: out };
};

/** The same from the street: an inlet at the kerb and what lies before it. */
export const inletFar = (stage: Stage): Scene => {
  const { camera, chance, light } = stage;
  let out = street(stage, { laneMark: true });
  out += floor(camera, -2.7, -2.2, 0.8, 40, { fill: CONCRETE });
  for (let z = 1; z < 20; z += 0.6)
    out += beam(camera, [-2.7, 0, z], [-2.2, 0, z], 0.02, darker(CONCRETE, 0.4), 0.7);
  out += rounded(camera, patch(chance, [-1.7, 0, 3.9], 0.95, 0.8, 0.18), {
    fill: mix("#6f7678", light.sky[1], 0.4),
    opacity: 0.75,
  });
  out += floor(camera, -2.68, -2.2, 3.6, 4.2, { fill: "#26282c", stroke: "#7c786f", width: 3 });
  for (let i = 0; i < 150; i += 1)
    out += leaf(stage, [-2.2 + chance.between(-0.7, 1.1) * chance.next(), 0, chance.between(2.6, 5)]);
  return { content: out };
};

/** Water that finds its way out of the asphalt. */
export const leakNear = (stage: Stage): Scene => {
  const { camera, chance, light } = stage;
  const asphalt = asphaltOf(stage);
  let out = closeRoad(stage);
  const source: Spot = [chance.between(-0.2, 0.1), 0, 1.35];
  out += rounded(camera, patch(chance, [source[0] + 0.1, 0, 1.05], 0.62, 0.62, 0.16, 20), {
    fill: darker(asphalt, 0.45),
    opacity: 0.8,
  });
  out += rounded(
    camera,
    [
      [source[0] - 0.1, 0, 1.4],
      [source[0] + 0.12, 0, 1.38],
      [source[0] + 0.24, 0, 0.9],
      [source[0] + 0.5, 0, 0.45],
      [source[0] + 0.05, 0, 0.4],
      [source[0] - 0.12, 0, 0.95],
    ],
    { fill: mix("#8b979d", light.sky[1], 0.4), opacity: 0.75 },
  );
  for (const spots of crack(chance, [source[0] - 0.5, 0, 1.42], 0.08, 1.1, 4))
    out += trace(camera, spots, 0.012, { stroke: darker(asphalt, 0.75) });
  for (let i = 0; i < 16; i += 1) {
    const p = camera.at([
      source[0] + chance.between(-0.1, 0.1),
      0.02,
      source[2] + chance.between(-0.07, 0.05),
    ]);
    const r = chance.between(0.012, 0.04) * p.scale;
    out +=
      oval(p.x, p.y, r, r * 0.7, { fill: "#e9f2f5", opacity: 0.75 }) +
      oval(p.x - r * 0.3, p.y - r * 0.25, r * 0.3, r * 0.2, { fill: "#ffffff" });
  }
  for (let i = 0; i < 24; i += 1) {
    const z = chance.between(0.5, 1.3);
    const x = source[0] + (1.35 - z) * 0.32 + chance.between(-0.09, 0.09);
    out += beam(camera, [x, 0, z], [x + 0.03, 0, z - 0.1], 0.006, "#eef5f7", 0.7);
  }
  return { content: out };
};

/** A drain and a lid beside a building, where the smell comes from. */
export const drainByBuilding = (stage: Stage): Scene => {
  const { camera, chance, light } = stage;
  let out = box(0, 0, 1200, 900, { fill: "url(#sky)" });
  const wall = chance.pick(["#b7b1a5", "#9fa3a5", "#c4b8a4"]);
  out += front(camera, -9, 9, 0, 7, 7.2, { fill: wall });
  for (let y = 0.3; y < 4; y += 0.3)
    out += beam(camera, [-9, y, 7.2], [9, y, 7.2], 0.015, darker(wall, 0.25), 0.6);
  for (let row = 0; row < 14; row += 1)
    for (let x = -5 + (row % 2) * 0.3; x < 5; x += 0.6)
      out += beam(camera, [x, row * 0.3, 7.2], [x, row * 0.3 + 0.3, 7.2], 0.012, darker(wall, 0.25), 0.5);
  const door = chance.between(0.6, 1.4);
  out +=
    front(camera, door, door + 1.7, 0, 2.4, 7.18, { fill: "#39424a" }) +
    front(camera, door + 0.1, door + 0.8, 0.1, 2.3, 7.16, { fill: "#566773" }) +
    front(camera, door + 0.9, door + 1.6, 0.1, 2.3, 7.16, { fill: "#4c5c67" });
  out += front(camera, -3.4, -1.2, 0.9, 2.2, 7.18, { fill: "#4d5a62", stroke: "#dcd7ce", width: 4 });
  out += front(camera, door - 0.2, door + 1.9, 2.5, 2.9, 7.1, {
    fill: chance.pick(["#7d3b36", "#31566b", "#3d5a3f"]),
  });
  for (const x of [-0.4, -0.15]) out += beam(camera, [x, 0, 7.1], [x, 4.4, 7.1], 0.09, darker(wall, 0.35));
  const paving = "#8f8b83";
  out += floor(camera, -9, 9, 0.5, 7.2, { fill: paving });
  for (let x = -6; x < 6; x += 0.6)
    out += beam(camera, [x, 0, 0.8], [x, 0, 7.2], 0.012, darker(paving, 0.4), 0.6);
  for (let z = 1; z < 7.2; z += 0.6)
    out += beam(camera, [-8, 0, z], [8, 0, z], 0.012, darker(paving, 0.4), 0.6);
  out += floor(camera, -1.2, 0.4, 3.2, 3.7, { fill: "#24272a", stroke: "#5f5c56", width: 4 });
  for (let x = -1.14; x < 0.38; x += 0.1) out += beam(camera, [x, 0, 3.22], [x, 0, 3.68], 0.03, "#6a665f");
  const disk = (r: number): Spot[] =>
    Array.from({ length: 32 }, (_, i) => [
      1.4 + Math.cos((i / 32) * 2 * Math.PI) * r,
      0,
      4.2 + Math.sin((i / 32) * 2 * Math.PI) * r,
    ]);
  out +=
    rounded(camera, disk(0.36), { fill: "#3b3835" }) +
    rounded(camera, disk(0.31), { fill: "#5a554f", stroke: "#2d2b28", width: 2 });
  for (let i = 0; i < 6; i += 1)
    out += beam(camera, [1.15, 0, 4 + i * 0.08], [1.65, 0, 4 + i * 0.08], 0.02, "#79736a", 0.8);
  out += rounded(camera, patch(chance, [-0.4, 0, 2.9], 0.8, 0.32, 0.2), {
    fill: darker(paving, 0.5),
    opacity: 0.5,
  });
  if (!light.dark)
    out += rounded(camera, patch(chance, [0.2, 0, 2.6], 0.3, 0.12, 0.2), {
      fill: lighter(paving, 0.2),
      opacity: 0.3,
    });
  return { content: out };
};
