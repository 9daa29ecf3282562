import type { Spot } from "../drawing/camera";
import { glow } from "../drawing/light";
import { foliage, leaf, tuft } from "../drawing/plants";
import type { Scene, Stage } from "../drawing/stage";
import {
  beam,
  box,
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
  trace,
} from "../drawing/svg";
import { parkGround, shadowOn } from "./park-ground";

/** A bench with a slat missing and another split. */
export const bench = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = parkGround(stage);
  const wood = chance.pick(["#8f6b47", "#7b5b3d", "#a37d54"]);
  const [z, w] = [3.5, 0.85];
  out += shadowOn(stage, [
    [-w - 0.1, 0, z - 0.2],
    [w + 0.3, 0, z - 0.2],
    [w + 0.4, 0, z + 0.5],
    [-w, 0, z + 0.5],
  ]);
  for (const x of [-w * 0.8, w * 0.8]) {
    out +=
      side(camera, x, 0, 0.42, z, z + 0.45, { fill: "#85827b" }) +
      front(camera, x - 0.06, x + 0.06, 0, 0.42, z, { fill: "#9c9890" });
    out += face(
      camera,
      [
        [x - 0.05, 0.42, z + 0.42],
        [x + 0.05, 0.42, z + 0.42],
        [x + 0.05, 0.95, z + 0.6],
        [x - 0.05, 0.95, z + 0.6],
      ],
      { fill: "#8a867e" },
    );
  }
  const gone = chance.whole(0, 1);
  const slat = (y: number, z0: number, y2: number, z1: number, index: number) => {
    const tone = mix(wood, "#5d4934", chance.between(0, 0.4));
    if (index === gone)
      return (
        face(
          camera,
          [
            [-w, y, z0],
            [-w * 0.45, y - 0.02, z0],
            [-w * 0.5, y2 - 0.02, z1],
            [-w, y2, z1],
          ],
          { fill: tone },
        ) + beam(camera, [-w * 0.45, y, z0], [-w * 0.25, y - 0.3, z0 - 0.05], 0.05, darker(tone, 0.3))
      );
    let piece = face(
      camera,
      [
        [-w, y, z0],
        [w, y, z0],
        [w, y2, z1],
        [-w, y2, z1],
      ],
      { fill: tone, stroke: darker(tone, 0.45), width: 1.5 },
    );
    piece += beam(
      camera,
      [-w, (y * 2 + y2) / 3, (z0 * 2 + z1) / 3],
      [w, (y * 2 + y2) / 3, (z0 * 2 + z1) / 3],
      0.006,
      darker(tone, 0.3),
      0.6,
    );
    if (index === gone + 1)
      piece += trace(
        camera,
        [
          [w * 0.1, y, z0],
          [w * 0.25, (y + y2) / 2, (z0 + z1) / 2],
          [w * 0.6, y2, z1],
        ],
        0.02,
        { stroke: "#2c2017" },
      );
    return piece;
  };
  for (let i = 2; i >= 0; i -= 1)
    out += slat(0.5 + i * 0.16, z + 0.45 + i * 0.05, 0.62 + i * 0.16, z + 0.49 + i * 0.05, i + 3);
  for (let i = 2; i >= 0; i -= 1) out += slat(0.44, z + i * 0.14, 0.44, z + 0.11 + i * 0.14, i);
  for (let i = 0; i < 18; i += 1)
    out += leaf(stage, [chance.between(-1.6, 1.6), 0, chance.between(2.4, 3.4)]);
  return { content: out };
};

/** A small park toilet with a broken door, or paint on its wall. */
export const toiletHouse = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = parkGround(stage);
  const wall = chance.pick(["#d3cab8", "#c2c7c4", "#d9d0c2"]);
  const z = 6.2;
  out += shadowOn(stage, [
    [-2.2, 0, z - 0.5],
    [2.6, 0, z - 0.4],
    [2.9, 0, z + 0.6],
    [-2, 0, z + 0.4],
  ]);
  out +=
    front(camera, -2, 2, 0, 2.6, z, { fill: wall }) +
    side(camera, 2, 0, 2.6, z, z + 2.4, { fill: darker(wall, 0.25) });
  for (let y = 0.2; y < 2.6; y += 0.2)
    out += beam(camera, [-2, y, z], [2, y, z], 0.01, darker(wall, 0.2), 0.6);
  out += face(
    camera,
    [
      [-2.3, 2.6, z - 0.35],
      [2.3, 2.6, z - 0.35],
      [2.3, 2.85, z - 0.35],
      [-2.3, 2.85, z - 0.35],
    ],
    { fill: "#5a6168" },
  );
  out +=
    front(camera, -1.5, -0.6, 0, 2.05, z - 0.01, { fill: "#2c3136" }) +
    front(camera, 0.5, 1.4, 0, 2.05, z - 0.01, { fill: "#55707f" });
  out += face(
    camera,
    [
      [-1.5, 0.03, z - 0.02],
      [-0.78, -0.02, z - 0.5],
      [-0.86, 1.95, z - 0.5],
      [-1.5, 2.02, z - 0.02],
    ],
    { fill: "#6d8592", stroke: "#3f4d55", width: 3 },
  );
  const sign = (x: number, tone: string) => {
    const p = camera.at([x, 2.3, z - 0.02]);
    return (
      box(p.x - 0.17 * p.scale, p.y - 0.17 * p.scale, 0.34 * p.scale, 0.34 * p.scale, { fill: tone }, 6) +
      oval(p.x, p.y - 0.07 * p.scale, 0.05 * p.scale, 0.05 * p.scale, { fill: "#fff" }) +
      box(p.x - 0.05 * p.scale, p.y, 0.1 * p.scale, 0.12 * p.scale, { fill: "#fff" }, 4)
    );
  };
  out += sign(-1.05, "#2f5f9e") + sign(0.95, "#b3424f");
  if (chance.chance(0.6)) {
    const p = camera.at([-0.1, 1.3, z - 0.02]);
    const s = p.scale;
    out += line(
      [
        [p.x - 0.3 * s, p.y + 0.3 * s],
        [p.x - 0.1 * s, p.y - 0.35 * s],
        [p.x + 0.08 * s, p.y + 0.25 * s],
        [p.x + 0.3 * s, p.y - 0.3 * s],
        [p.x + 0.36 * s, p.y + 0.32 * s],
      ],
      { stroke: chance.pick(["#b02a6b", "#1c1c22", "#2b6fb5"]), width: 0.09 * s },
    );
    out += oval(p.x + 0.05 * s, p.y + 0.42 * s, 0.42 * s, 0.1 * s, { stroke: "#1c1c22", width: 0.05 * s });
  }
  out += rounded(camera, patch(chance, [-0.9, 0, z - 1.1], 1, 0.45, 0.2), { fill: "#7d8d94", opacity: 0.6 });
  return { content: out };
};

/** A drinking fountain that will not stop. */
export const fountain = (stage: Stage): Scene => {
  const { camera, chance, light } = stage;
  let out = parkGround(stage);
  const z = 3;
  out += rounded(camera, patch(chance, [0.2, 0, z - 0.5], 1.5, 0.75, 0.16, 20), {
    fill: mix("#8a8f8c", light.sky[1], 0.35),
    opacity: 0.75,
  });
  const stone = "#a9a59b";
  out +=
    side(camera, 0.3, 0, 0.85, z, z + 0.5, { fill: darker(stone, 0.3) }) +
    front(camera, -0.3, 0.3, 0, 0.85, z, { fill: stone }) +
    floor(camera, -0.36, 0.36, z - 0.05, z + 0.55, { fill: lighter(stone, 0.15) }, 0.85) +
    floor(camera, -0.26, 0.26, z + 0.04, z + 0.44, { fill: darker(stone, 0.35) }, 0.86);
  for (let i = 0; i < 40; i += 1)
    out += rounded(
      camera,
      patch(
        chance,
        [chance.between(-0.29, 0.29), chance.between(0.03, 0.8), z - 0.001],
        0.012,
        0.001,
        0.2,
        5,
      ),
      { fill: darker(stone, 0.3), opacity: 0.5 },
    );
  out +=
    beam(camera, [0.1, 0.86, z + 0.3], [0.1, 1.02, z + 0.3], 0.05, "#8d9499") +
    beam(camera, [0.1, 1.02, z + 0.3], [0, 1.05, z + 0.25], 0.05, "#a7aeb2");
  out += trace(
    camera,
    [
      [0, 1.06, z + 0.25],
      [-0.05, 1.28, z + 0.22],
      [-0.14, 1.32, z + 0.18],
      [-0.24, 1.15, z + 0.12],
      [-0.36, 0.8, z],
      [-0.42, 0.3, z - 0.1],
      [-0.44, 0.02, z - 0.14],
    ],
    0.03,
    { stroke: "#e6f1f5", opacity: 0.9 },
  );
  for (let i = 0; i < 30; i += 1) {
    const p = camera.at([chance.between(-0.6, -0.2), chance.between(0, 0.25), z - 0.15]);
    out += oval(p.x, p.y, chance.between(1.5, 4), chance.between(1.5, 4), { fill: "#f2f8fa", opacity: 0.8 });
  }
  for (const x of [-0.1, 0.15])
    out += beam(camera, [x, 0.85, z - 0.03], [x - 0.02, 0.2, z - 0.03], 0.02, "#dbe9ee", 0.8);
  return { content: out };
};

/** A park lamp that is dark while dusk has come. */
export const parkLampNight = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = parkGround(stage);
  let glows = "";
  for (const [index, [x, z]] of (
    [
      [-3.4, 13],
      [3.2, 9.5],
      [-0.9, 5],
    ] as const
  ).entries()) {
    out +=
      pole(camera, [x, 0, z], 2.7, 0.1, { fill: "#4d5459" }) +
      pole(camera, [x, 0, z], 0.35, 0.2, { fill: "#3d4347" });
    const p = camera.at([x, 2.85, z]);
    const lit = index < 2;
    out += oval(p.x, p.y, 0.22 * p.scale, 0.22 * p.scale, {
      fill: lit ? "#fff3d0" : "#9ba1a6",
      stroke: "#3d4347",
      width: 2,
    });
    if (!lit)
      out += line(
        [
          [p.x - 0.1 * p.scale, p.y - 0.15 * p.scale],
          [p.x + 0.02 * p.scale, p.y],
          [p.x - 0.04 * p.scale, p.y + 0.17 * p.scale],
        ],
        { stroke: "#2c3135", width: 2.5 },
      );
    else glows += glow(`p${index}`, p.x, p.y, 2.4 * p.scale, "#ffe2a8", 0.85);
  }
  for (let i = 0; i < 12; i += 1) out += leaf(stage, [chance.between(-2, 2), 0, chance.between(3, 6)]);
  return { content: out, glows };
};

/** A fallen tree across the path, its roots in the air. */
export const fallenTree = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = parkGround(stage);
  const flip = chance.pick([-1, 1]);
  const trunk = (t: number): Spot => [flip * (-2.3 + t * 4.6), 0.35 + 0.12 * Math.sin(t * 3), 5.6 - t * 0.9];
  const spots = Array.from({ length: 9 }, (_, i) => trunk(i / 8));
  out += shadowOn(stage, [
    [-2.6, 0, 5.6],
    [2.6, 0, 4.6],
    [2.9, 0, 5.2],
    [-2.3, 0, 6.2],
  ]);
  for (let i = 0; i < 9; i += 1)
    out += trace(
      camera,
      [
        trunk(0),
        [flip * (-2.6 - chance.between(0.1, 0.5)), chance.between(0, 1.3), 5.6 + chance.between(-0.4, 0.4)],
      ],
      0.09,
      { stroke: "#54402e" },
    );
  out += rounded(camera, patch(chance, [flip * -2.5, 0, 5.8], 0.7, 0.5, 0.2), { fill: "#6b553c" });
  out +=
    trace(camera, spots, 0.46, { stroke: "#4a3a2c" }) +
    trace(
      camera,
      spots.map(([x, y, z]) => [x, y + 0.1, z] as const),
      0.2,
      { stroke: "#6f5a45" },
    );
  for (let i = 0; i < 12; i += 1) {
    const p = camera.at([
      flip * chance.between(0.9, 3.2),
      chance.between(0.2, 1.5),
      chance.between(4.3, 5.3),
    ]);
    out += foliage(
      chance,
      p.x,
      p.y,
      chance.between(0.4, 0.8) * p.scale,
      chance.pick(["#66743a", "#59682f", "#7c8245"]),
    );
  }
  for (let i = 0; i < 60; i += 1)
    out += leaf(stage, [flip * chance.between(-0.5, 3.6), 0, chance.between(3.2, 4.8)], "#6d7838");
  return { content: out };
};

/** Wire fence with a hole pushed into it. */
export const brokenFence = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = parkGround(stage);
  const z = 4.4;
  const steel = chance.pick(["#6f8f7b", "#8a9094", "#7d8b5c"]);
  const middle = chance.between(-0.6, 0.6);
  const push = (x: number, y: number) => Math.exp(-(((x - middle) / 0.5) ** 2)) * Math.max(0, 1 - y / 1.3);
  for (let x = -4; x <= 4; x += 0.11) {
    const gap = Math.abs(x - middle) < 0.3;
    const up: Spot[] = [];
    for (let y = gap ? 0.72 : 0; y <= 1.35; y += 0.15)
      up.push([x + push(x, y) * (x < middle ? -0.22 : 0.22), y, z - push(x, y) * 0.5]);
    if (up.length > 1) out += trace(camera, up, 0.014, { stroke: steel });
  }
  for (let y = 0.1; y < 1.35; y += 0.11) {
    for (const [from, to] of [
      [-4, middle - 0.32],
      [middle + 0.32, 4],
    ] as const)
      out += trace(
        camera,
        Array.from({ length: 20 }, (_, i): Spot => {
          const x = from + ((to - from) * i) / 19;
          return [x + push(x, y) * (x < middle ? -0.22 : 0.22), y, z - push(x, y) * 0.5];
        }),
        0.01,
        { stroke: darker(steel, 0.1) },
      );
  }
  for (let x = -4; x <= 4; x += 2) out += pole(camera, [x, 0, z], 1.5, 0.07, { fill: darker(steel, 0.25) });
  out += beam(camera, [-4, 1.38, z], [4, 1.38, z], 0.05, darker(steel, 0.15));
  for (let i = 0; i < 8; i += 1)
    out += trace(
      camera,
      [
        [middle + chance.between(-0.35, 0.35), 0.7, z - 0.1],
        [middle + chance.between(-0.6, 0.6), chance.between(0.1, 0.6), z - chance.between(0.2, 0.6)],
      ],
      0.014,
      { stroke: steel },
    );
  for (let i = 0; i < 20; i += 1)
    out += tuft(stage, [chance.between(-3.5, 3.5), 0, z - 0.05], chance.between(0.1, 0.3));
  return { content: out };
};
