import type { Spot } from "../drawing/camera";
import type { Scene, Stage } from "../drawing/stage";
import { street } from "../drawing/street";
import { beam, darker, face, floor, front, lighter, patch, rounded, side, trace } from "../drawing/svg";

/** A bundle of newspapers tied crosswise. */
function bundle(stage: Stage, x: number, z: number): string {
  const { camera, chance } = stage;
  const h = chance.between(0.14, 0.26);
  const tone = chance.pick(["#cfcabd", "#c3bba9", "#d8d4ca"]);
  let out =
    side(camera, x + 0.2, 0, h, z, z + 0.28, { fill: darker(tone, 0.3) }) +
    front(camera, x - 0.2, x + 0.2, 0, h, z, { fill: tone }) +
    floor(camera, x - 0.2, x + 0.2, z, z + 0.28, { fill: lighter(tone, 0.25) }, h);
  for (let y = 0.03; y < h; y += 0.03)
    out += beam(camera, [x - 0.2, y, z], [x + 0.2, y, z], 0.006, darker(tone, 0.35), 0.7);
  return (
    out +
    beam(camera, [x, 0, z - 0.005], [x, h, z - 0.005], 0.02, "#f3f3f0") +
    beam(camera, [x, h, z], [x, h, z + 0.28], 0.02, "#f3f3f0") +
    beam(camera, [x - 0.2, h, z + 0.14], [x + 0.2, h, z + 0.14], 0.02, "#f3f3f0")
  );
}

function bag(stage: Stage, x: number, z: number): string {
  const { camera, chance } = stage;
  const tone = chance.pick(["#dfe5e6", "#d3e0dd", "#e9e4cd"]);
  const r = chance.between(0.2, 0.3);
  const ring = patch(chance, [x, 0, z], r, 0.001, 0.1, 12).map(
    ([px], i): Spot => [px, r * (1 + Math.sin((i / 12) * 2 * Math.PI) * 0.95), z],
  );
  let out = rounded(camera, ring, { fill: tone, stroke: darker(tone, 0.35), width: 1.5, opacity: 0.95 });
  for (let i = 0; i < 5; i += 1)
    out += rounded(
      camera,
      patch(
        chance,
        [x + chance.between(-0.12, 0.12), chance.between(0.1, r * 1.6), z - 0.01],
        0.05,
        0.001,
        0.2,
        6,
      ).map(([px, py, pz], k): Spot => [px, py + Math.sin(k) * 0.05, pz]),
      { fill: chance.pick(["#b34a3a", "#8f9aa0", "#5c86a8", "#c9b44b"]), opacity: 0.55 },
    );
  return (
    out +
    beam(camera, [x - 0.03, r * 1.95, z - 0.01], [x + 0.05, r * 2.25, z - 0.01], 0.05, darker(tone, 0.2))
  );
}

function station(stage: Stage, x: number): string {
  const { camera, chance } = stage;
  const z = 5;
  let out =
    side(camera, x - 1.5, 0, 0.9, z - 0.2, z + 1, { fill: "#8c8a83" }) +
    front(camera, x - 1.5, x + 1.5, 0, 0.9, z + 1, { fill: "#a3a199" });
  for (let y = 0.2; y < 0.9; y += 0.2)
    out += beam(camera, [x - 1.5, y, z + 1], [x + 1.5, y, z + 1], 0.012, "#77756e");
  for (let i = 0; i < 5; i += 1)
    out += bag(stage, x + chance.between(-1.2, 1.2), z + chance.between(0.2, 0.7));
  for (let i = 0; i < 3; i += 1)
    out += bundle(
      stage,
      x - 0.9 + i * 0.55 + chance.between(-0.08, 0.08),
      z - 0.15 + chance.between(-0.1, 0.1),
    );
  for (let i = 0; i < 11; i += 1) {
    const [a, b] = [x - 1.4 + i * 0.28, x - 1.4 + i * 0.28 + chance.between(-0.1, 0.1)];
    out += trace(
      camera,
      [
        [a, 0.75, z + 0.95],
        [b, 0.55, z + 0.4],
        [b, 0.05, z + 0.05],
      ],
      0.016,
      { stroke: "#3f7fa6", opacity: 0.75 },
    );
  }
  for (let i = 0; i < 5; i += 1)
    out += trace(
      camera,
      [
        [x - 1.4, 0.7 - i * 0.14, z + 0.9 - i * 0.18],
        [x + 1.4, 0.7 - i * 0.14 + chance.between(-0.06, 0.06), z + 0.9 - i * 0.18],
      ],
      0.014,
      { stroke: "#3f7fa6", opacity: 0.75 },
    );
  const sign = z + 0.98;
  out += front(camera, x + 0.4, x + 1.3, 1, 1.6, sign, { fill: "#f2f0e8", stroke: "#8d8a80", width: 2 });
  for (let i = 0; i < 4; i += 1)
    out += beam(
      camera,
      [x + 0.48, 1.5 - i * 0.12, sign - 0.01],
      [x + chance.between(0.8, 1.2), 1.5 - i * 0.12, sign - 0.01],
      0.035,
      i === 0 ? "#3d7a4b" : "#84887f",
    );
  return out;
}

/** Bags torn open, papers scattered after somebody had taken what he wanted. */
export const garbageStation = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  const x = chance.pick([-1.3, 1.3]);
  let out = street(stage) + station(stage, x);
  for (let i = 0; i < 16; i += 1) {
    const [px, pz] = [x + chance.between(-1.8, 1.8), chance.between(3, 4.7)];
    const turn = chance.between(0, Math.PI);
    const [c, s] = [Math.cos(turn) * 0.16, Math.sin(turn) * 0.16];
    out += face(
      camera,
      [
        [px - c, 0, pz - s],
        [px + s, 0, pz - c],
        [px + c, 0, pz + s],
        [px - s, 0, pz + c],
      ],
      { fill: chance.pick(["#dedad0", "#cfc9ba", "#e8e5dc", "#b9c3c6"]), stroke: "#a09b8e", width: 1 },
    );
  }
  return { content: out };
};

/** A small truck beside the station, seen from behind and from afar; its plate is blank. */
export const garbageTruck = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  const tone = chance.pick(["#e3e5e6", "#c7ccd0", "#5d7ea0"]);
  const x = 0.7;
  const z = 8.2;
  let out = street(stage) + station(stage, -1.6);
  out += floor(camera, x - 0.9, x + 0.9, z - 0.2, z + 3.2, { fill: "#26272a", opacity: 0.35 });
  out +=
    side(camera, x - 0.72, 0.55, 1.85, z + 1.9, z + 3.1, { fill: darker(tone, 0.12) }) +
    front(camera, x - 0.72, x + 0.72, 0.95, 1.85, z + 1.9, { fill: tone }) +
    front(camera, x - 0.58, x + 0.58, 1.25, 1.7, z + 1.88, { fill: "#4d5a62" });
  out += side(camera, x - 0.74, 0.55, 0.95, z, z + 1.9, { fill: darker(tone, 0.18) });
  out += front(camera, x - 0.74, x + 0.74, 0.55, 1.02, z, {
    fill: darker(tone, 0.06),
    stroke: darker(tone, 0.4),
    width: 2,
  });
  out +=
    front(camera, x - 0.7, x + 0.7, 0.4, 0.56, z, { fill: "#3c3f43" }) +
    front(camera, x - 0.17, x + 0.17, 0.4, 0.54, z - 0.01, { fill: "#e9e7dd" });
  for (const dx of [-0.6, 0.6])
    out +=
      front(camera, x + dx - 0.09, x + dx + 0.09, 0.42, 0.55, z - 0.01, { fill: "#b5372e" }) +
      front(camera, x + dx - 0.14, x + dx + 0.14, 0, 0.42, z + 0.1, { fill: "#1c1d20" });
  return { content: out };
};
