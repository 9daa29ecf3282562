import { HEIGHT, type Spot, WIDTH } from "../drawing/camera";
import { building, hills } from "../drawing/houses";
import { foliage, LEAVES, tree, tuft } from "../drawing/plants";
import type { Scene, Stage } from "../drawing/stage";
import { beam, box, crack, darker, face, lighter, mix, patch, pole, rounded, trace } from "../drawing/svg";

/** Half the width of the water, how low it lies, and where the sloping banks end. */
const HALF = 2.1;
const LOW = -1.7;
const BANK = 3.9;

/** A small river seen from its edge: banks of concrete blocks, paths, houses, a bridge far off. */
function channel(stage: Stage): string {
  const { camera, chance, light, setting } = stage;
  const y = camera.horizonY;
  let back = setting === "town" ? "" : hills(stage);
  back += box(0, y + 1, WIDTH, HEIGHT, { fill: mix("#7f8a5f", light.haze, 0.16) });
  for (const hand of [-1, 1] as const)
    for (let z = 46; z > 9; z -= 9)
      back += building(
        stage,
        hand,
        hand * 8.4,
        z,
        setting === "town" ? chance.whole(2, 4) : chance.whole(1, 2),
      );
  for (const z of [34, 22, 14]) back += tree(stage, [chance.pick([-6.8, 6.8]), 0, z], chance.between(4, 6));
  let out = box(0, 0, WIDTH, y + 60, { fill: "url(#sky)" }) + back;
  const water = mix(light.wet ? "#7b7566" : "#5f7a80", light.sky[1], 0.3);
  const quad = (x0: number, y0: number, x1: number, y1: number, fill: string) =>
    face(
      camera,
      [
        [x0, y0, 1.2],
        [x1, y1, 1.2],
        [x1, y1, 70],
        [x0, y0, 70],
      ],
      { fill },
    );
  out += quad(-BANK - 2.2, 0, -BANK, 0, "#a39d90") + quad(BANK, 0, BANK + 2.2, 0, "#a39d90");
  out += quad(-HALF, LOW, HALF, LOW, water);
  for (let i = 0; i < 46; i += 1) {
    const z = 2.4 * 12 ** chance.next();
    const x = chance.between(-HALF, HALF * 0.7);
    out += beam(
      camera,
      [x, LOW, z],
      [x + chance.between(0.2, 0.9), LOW, z],
      0.03,
      chance.chance(0.6) ? lighter(water, 0.35) : darker(water, 0.25),
      0.6,
    );
  }
  for (const hand of [-1, 1] as const) {
    const stone = mix(hand < 0 ? "#9b988e" : "#8b897f", light.haze, 0.06);
    out += quad(hand * BANK, 0, hand * HALF, LOW, stone);
    for (let s = 0.12; s < 1; s += 0.16) {
      const x = hand * (BANK + (HALF - BANK) * s);
      out += beam(camera, [x, LOW * s, 1.4], [x, LOW * s, 60], 0.02, darker(stone, 0.35), 0.7);
    }
    for (let z = 1.6; z < 26; z += 0.8)
      out += beam(camera, [hand * BANK, 0, z], [hand * HALF, LOW, z], 0.018, darker(stone, 0.35), 0.5);
  }
  const deck = mix("#8f9296", light.haze, 0.3);
  out +=
    face(
      camera,
      [
        [-7, 0.3, 30],
        [7, 0.3, 30],
        [7, 1, 30],
        [-7, 1, 30],
      ],
      { fill: deck },
    ) + beam(camera, [-7, 1.6, 30], [7, 1.6, 30], 0.1, deck);
  for (let x = -7; x <= 7; x += 1) out += beam(camera, [x, 1, 30], [x, 1.6, 30], 0.06, deck);
  for (let i = 0; i < 30; i += 1)
    out += tuft(
      stage,
      [chance.pick([-1, 1]) * chance.between(BANK - 0.1, BANK + 0.3), 0, 1.8 * 9 ** chance.next()],
      chance.between(0.15, 0.4),
      LEAVES[3],
    );
  return out;
}

/** A slab of the bank has slipped; earth shows. */
export const riverBank = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  const hand = chance.pick([-1, 1]);
  const at = chance.between(8, 9.4);
  const on = (s: number, dz: number): Spot => [hand * (BANK + (HALF - BANK) * s), LOW * s + 0.01, at + dz];
  let out = channel(stage);
  const hurt = [
    on(0, -1.3),
    on(0.05, 1.2),
    on(0.4, 1.7),
    on(0.95, 1.2),
    on(1.04, -0.2),
    on(0.9, -1.4),
    on(0.4, -1.8),
  ];
  out +=
    rounded(camera, hurt, { fill: "#3f3527" }) +
    rounded(
      camera,
      [on(0.05, -1.1), on(0.1, 1), on(0.4, 1.4), on(0.9, 0.9), on(0.98, -0.2), on(0.8, -1.2), on(0.4, -1.5)],
      { fill: "#7b6346" },
    );
  for (let i = 0; i < 26; i += 1)
    out += rounded(
      camera,
      patch(
        chance,
        on(chance.between(0.15, 1.1), chance.between(-1.3, 1.3)),
        chance.between(0.04, 0.14),
        chance.between(0.05, 0.16),
        0.3,
        6,
      ),
      { fill: chance.pick(["#6a553c", "#8d7352", "#96917f", "#b0a996"]) },
    );
  for (let i = 0; i < 6; i += 1) {
    const [x, y, z] = on(chance.between(0.7, 1.12), chance.between(-1, 1));
    const w = chance.between(0.2, 0.36);
    out += face(
      camera,
      [
        [x - w, y, z],
        [x + w, y + 0.14, z - 0.06],
        [x + w * 0.8, y + 0.2, z + 0.34],
        [x - w * 0.8, y + 0.05, z + 0.4],
      ],
      { fill: "#a5a196", stroke: "#5e5b52", width: 1.5 },
    );
  }
  for (let i = 0; i < 5; i += 1) {
    const points: Spot[] = [];
    let dz = chance.pick([-2, 2]);
    for (let s = 0; s < 1; s += 0.14) {
      dz += chance.between(-0.15, 0.25);
      points.push(on(s, dz));
    }
    out += trace(camera, points, 0.03, { stroke: "#2e2b26" });
  }
  return { content: out };
};

/** A guard fence over the water with its lower rails gone. */
export const riverFence = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = channel(stage);
  const tone = chance.pick(["#4f7d5f", "#e3e6e7", "#8b5a33"]);
  for (const hand of [1, -1] as const) {
    const x = hand * (BANK + 0.15);
    const gap = hand === 1 ? [7.4, 10.8] : [99, 99];
    for (let z = 26; z > 2; z -= 1.35) {
      const inGap = z > (gap[0] ?? 0) && z < (gap[1] ?? 0);
      out += pole(
        camera,
        [x, 0, z],
        inGap ? 0.55 : 1.1,
        0.06,
        { fill: darker(tone, 0.15) },
        inGap ? -hand * 0.3 : 0,
      );
    }
    for (const y of [0.4, 0.72, 1.08])
      for (const [from, to] of [
        [2.4, gap[0] ?? 0],
        [gap[1] ?? 0, 26],
      ] as const)
        if (to > from) out += beam(camera, [x, y, from], [x, y, Math.min(26, to)], 0.075, tone);
  }
  const x = BANK + 0.15;
  out +=
    trace(
      camera,
      [
        [x, 1.08, 10.8],
        [x - 0.5, 0.7, 9.8],
        [x - 0.9, -0.2, 9],
      ],
      0.045,
      { stroke: tone },
    ) +
    trace(
      camera,
      [
        [x, 0.72, 7.4],
        [x - 0.35, 0.3, 7.9],
        [x - 0.7, -0.5, 8.5],
      ],
      0.045,
      { stroke: darker(tone, 0.2) },
    );
  for (let i = 0; i < 8; i += 1)
    out += rounded(
      camera,
      patch(chance, [x + chance.between(-0.1, 0.3), 0, chance.between(7.4, 10.8)], 0.06, 0.06, 0.4, 6),
      { fill: "#8c4d2e", opacity: 0.8 },
    );
  return { content: out };
};

/** Grass, branches and silt that hold the water back. */
export const cloggedChannel = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = channel(stage);
  out +=
    rounded(camera, patch(chance, [0.2, LOW + 0.02, 7], 1.9, 2.6, 0.16, 20), { fill: "#7d6c4c" }) +
    rounded(camera, patch(chance, [0.1, LOW + 0.03, 7.4], 1.3, 1.7, 0.2), { fill: "#94835f" });
  for (let i = 0; i < 90; i += 1) {
    const z = chance.between(5, 9.4);
    const foot: Spot = [chance.between(-1.6, 1.9), LOW, z];
    out += tuft(
      stage,
      foot,
      chance.between(0.4, 1),
      chance.pick(["#6d7d3c", "#7f8b4b", "#5b6e36", "#9a9455"]),
    );
  }
  for (let i = 0; i < 11; i += 1) {
    const [x, z] = [chance.between(-1.7, 1.2), chance.between(4.3, 6)];
    out += beam(
      camera,
      [x, LOW + 0.1, z],
      [x + chance.between(-1.1, 1.1), LOW + chance.between(0.1, 0.6), z + chance.between(-0.7, 0.7)],
      chance.between(0.05, 0.13),
      chance.pick(["#57442f", "#6f5a41", "#443625"]),
    );
  }
  for (let i = 0; i < 12; i += 1)
    out += rounded(
      camera,
      patch(chance, [chance.between(-1.5, 1.4), LOW + 0.1, chance.between(4, 5.6)], 0.13, 0.12, 0.3, 7),
      { fill: chance.pick(["#d9dcdc", "#5f89a3", "#c7b36a", "#ab4a3c"]) },
    );
  const p = camera.at([-1.5, LOW + 0.9, 8.6]);
  return { content: out + foliage(chance, p.x, p.y, 0.7 * p.scale, LEAVES[1]) };
};

/** Tyres, a washing machine and bags on the bank. */
export const riverDump = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = channel(stage);
  const hand = chance.pick([-1, 1]);
  const x0 = hand * (BANK + 0.7);
  const machine: Spot = [x0, 0, 8.9];
  const put = (x: number, z: number, w: number, h: number, fill: string) =>
    face(
      camera,
      [
        [x + w, 0, z],
        [x + w, 0, z + w],
        [x + w, h, z + w],
        [x + w, h, z],
      ],
      { fill: darker(fill, 0.3) },
    ) +
    face(
      camera,
      [
        [x - w, 0, z],
        [x + w, 0, z],
        [x + w, h, z],
        [x - w, h, z],
      ],
      { fill },
    ) +
    face(
      camera,
      [
        [x - w, h, z],
        [x + w, h, z],
        [x + w, h, z + w],
        [x - w, h, z + w],
      ],
      { fill: lighter(fill, 0.2) },
    );
  out += put(machine[0], machine[2], 0.32, 0.9, "#d5d7d6");
  const drum = camera.at([machine[0], 0.45, machine[2]]);
  out += `<circle cx="${drum.x.toFixed(1)}" cy="${drum.y.toFixed(1)}" r="${(0.22 * drum.scale).toFixed(1)}" fill="#7b8388" stroke="#9ba2a6" stroke-width="5"/>`;
  for (let i = 0; i < 3; i += 1) {
    const t = camera.at([x0 - hand * (0.75 - i * 0.12), 0.1 + i * 0.16, 8.3]);
    for (const [k, fill] of [
      [0.34, "#24262a"],
      [0.3, "#34373c"],
      [0.17, "#15161a"],
    ] as const)
      out += `<ellipse cx="${t.x.toFixed(1)}" cy="${t.y.toFixed(1)}" rx="${(k * t.scale).toFixed(1)}" ry="${(k * 0.4 * t.scale).toFixed(1)}" fill="${fill}"/>`;
  }
  for (let i = 0; i < 11; i += 1) {
    const p = camera.at([x0 + chance.between(-0.9, 0.8), 0.16, chance.between(7.2, 9.6)]);
    const r = chance.between(0.16, 0.3) * p.scale;
    const tone = chance.pick(["#e6e6e2", "#bcd0d8", "#33363b", "#d8c9a5"]);
    out += `<path d="M${(p.x - r).toFixed(1)} ${(p.y + r * 0.5).toFixed(1)}Q${(p.x - r * 0.9).toFixed(1)} ${(p.y - r * 0.7).toFixed(1)} ${p.x.toFixed(1)} ${(p.y - r).toFixed(1)}Q${(p.x + r).toFixed(1)} ${(p.y - r * 0.7).toFixed(1)} ${(p.x + r).toFixed(1)} ${(p.y + r * 0.5).toFixed(1)}Z" fill="${tone}" stroke="${darker(tone, 0.35)}" stroke-width="1.5"/>`;
  }
  for (let i = 0; i < 22; i += 1)
    out += tuft(
      stage,
      [x0 + chance.between(-1.3, 1.3), 0, chance.between(6.6, 9.8)],
      chance.between(0.2, 0.5),
      LEAVES[3],
    );
  for (const spots of crack(chance, [x0 - 0.8, 0, 7], 0.3, 2, 1))
    out += trace(camera, spots, 0.02, { stroke: "#77704f", opacity: 0.6 });
  return { content: out };
};
