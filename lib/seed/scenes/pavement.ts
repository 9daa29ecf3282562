import type { Spot } from "../drawing/camera";
import { leaf, tuft } from "../drawing/plants";
import type { Scene, Stage } from "../drawing/stage";
import { asphaltOf, closeRoad, grain, street } from "../drawing/street";
import { beam, crack, darker, floor, lighter, mix, patch, rounded, scaled, trace } from "../drawing/svg";

/** A hole with its broken edge, the layer below, stones and, when wet, water. */
function hole(stage: Stage, middle: Spot, rx: number, rz: number): string {
  const { camera, chance, light } = stage;
  const asphalt = asphaltOf(stage);
  const edge = patch(chance, middle, rx, rz, 0.2, 20);
  const inner = scaled(edge, middle, 0.86, 0.03);
  let out = rounded(camera, scaled(edge, middle, 1.12), { fill: lighter(asphalt, 0.1), opacity: 0.7 });
  out += rounded(camera, edge, { fill: darker(asphalt, 0.62) });
  out += rounded(camera, inner, { fill: mix("#6b5b49", asphalt, 0.25) });
  out += rounded(camera, scaled(edge, [middle[0] + 0.05 * rx, 0, middle[2] + 0.25 * rz], 0.62, 0.03), {
    fill: darker("#5b4d3e", 0.25),
  });
  for (let i = 0; i < 70; i += 1) {
    const angle = chance.between(0, 2 * Math.PI);
    const away = Math.sqrt(chance.next()) * (chance.chance(0.75) ? 0.8 : 1.5);
    const spot: Spot = [middle[0] + Math.cos(angle) * rx * away, 0, middle[2] + Math.sin(angle) * rz * away];
    const size = chance.between(0.008, 0.028) * Math.min(1.4, rx * 4);
    const tone = chance.pick(["#8a8378", "#a39b8e", "#6f6a63", "#b3aca0", "#585550"]);
    out += rounded(
      camera,
      patch(chance, [spot[0] + size * 0.3, 0, spot[2] - size * 0.3], size, size * 0.7, 0.25, 6),
      { fill: "#1d1b19", opacity: 0.5 },
    );
    out += rounded(camera, patch(chance, spot, size, size * 0.8, 0.25, 6), { fill: tone });
  }
  if (light.wet) {
    out += rounded(camera, scaled(edge, middle, 0.78, 0.01), {
      fill: mix("#7d8a94", light.sky[1], 0.4),
      opacity: 0.82,
    });
    out += rounded(camera, scaled(edge, [middle[0], 0, middle[2] + rz * 0.3], 0.4, 0.01), {
      fill: "#dfe8ec",
      opacity: 0.4,
    });
  }
  for (let i = 0; i < 6; i += 1) {
    const angle = chance.between(0, 2 * Math.PI);
    const start: Spot = [middle[0] + Math.cos(angle) * rx * 0.98, 0, middle[2] + Math.sin(angle) * rz * 0.98];
    for (const spots of crack(chance, start, angle, rx * chance.between(0.5, 1.1), 1)) {
      out += trace(camera, spots, 0.008, { stroke: darker(asphalt, 0.65) });
    }
  }
  return out;
}

export const potholeNear = (stage: Stage): Scene => {
  const { chance } = stage;
  return {
    content:
      closeRoad(stage) +
      hole(
        stage,
        [chance.between(-0.12, 0.12), 0, 1.12],
        chance.between(0.26, 0.38),
        chance.between(0.2, 0.29),
      ),
  };
};

export const potholeFar = (stage: Stage): Scene => {
  const { chance } = stage;
  const x = chance.between(-0.9, 0.9);
  return {
    content: street(stage) + hole(stage, [x, 0, chance.between(3, 4.2)], chance.between(0.42, 0.6), 0.36),
  };
};

/** Alligator cracks: a net of plates that have begun to move. */
export const cracksNear = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  const asphalt = asphaltOf(stage);
  let out = closeRoad(stage);
  const lean = chance.between(-0.3, 0.3);
  for (let i = 0; i < 9; i += 1) {
    const x = -0.95 + i * 0.24 + chance.between(-0.06, 0.06);
    for (const spots of crack(chance, [x, 0, 0.4], Math.PI / 2 + lean, 2.2, 1)) {
      out += trace(camera, spots, 0.02, { stroke: lighter(asphalt, 0.12), opacity: 0.5 });
      out += trace(camera, spots, chance.between(0.006, 0.014), { stroke: darker(asphalt, 0.72) });
    }
  }
  for (let z = 0.55; z < 2.2; z += 0.22) {
    for (const spots of crack(chance, [-1, 0, z], chance.between(-0.15, 0.15), 2, 2)) {
      out += trace(camera, spots, 0.007, { stroke: darker(asphalt, 0.7) });
    }
  }
  for (let i = 0; i < 5; i += 1)
    out += tuft(stage, [chance.between(-0.7, 0.7), 0, chance.between(0.8, 1.8)], 0.07, "#64793f");
  return { content: out };
};

export const cracksFar = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  const asphalt = asphaltOf(stage);
  let out = street(stage, { laneMark: chance.chance(0.4) });
  const middle = chance.between(-0.6, 0.6);
  for (let i = 0; i < 5; i += 1) {
    const x = middle + (i - 2) * 0.22;
    for (const spots of crack(chance, [x, 0, 1.6], Math.PI / 2 + chance.between(-0.08, 0.08), 8, 3)) {
      out += trace(camera, spots, 0.02, { stroke: darker(asphalt, 0.68) });
    }
  }
  out += rounded(camera, patch(chance, [middle, 0, 4.6], 0.9, 1.3, 0.15), {
    fill: darker(asphalt, 0.25),
    opacity: 0.35,
  });
  return { content: out };
};

/** A sewer lid that stands proud of the road, with a patch round it that has sunk. */
export const lidNear = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  const asphalt = asphaltOf(stage);
  const middle: Spot = [chance.between(-0.06, 0.06), 0, 1.14];
  const disk = (r: number, y: number) =>
    Array.from(
      { length: 40 },
      (_, i): Spot => [
        middle[0] + Math.cos((i / 40) * 2 * Math.PI) * r,
        y,
        middle[2] + Math.sin((i / 40) * 2 * Math.PI) * r,
      ],
    );
  let out = closeRoad(stage);
  out += rounded(camera, patch(chance, middle, 0.58, 0.5, 0.12), { fill: darker(asphalt, 0.24) });
  out +=
    rounded(camera, disk(0.38, 0), { fill: "#15161a" }) +
    rounded(camera, disk(0.34, 0.035), { fill: "#4a4744" }) +
    rounded(camera, disk(0.325, 0.04), { fill: "#5d5853" });
  out += rounded(camera, disk(0.3, 0.04), { fill: "none", stroke: "#37342f", width: 5 });
  for (let ring = 0.06; ring < 0.29; ring += 0.055) {
    const count = Math.round(ring * 110);
    for (let i = 0; i < count; i += 1) {
      const a = (i / count) * 2 * Math.PI + ring * 20;
      const at: Spot = [middle[0] + Math.cos(a) * ring, 0.045, middle[2] + Math.sin(a) * ring];
      out += rounded(camera, patch(chance, at, 0.017, 0.015, 0.05, 6), { fill: "#7a746c" });
    }
  }
  for (let i = 0; i < 9; i += 1) {
    const a = chance.between(0, 2 * Math.PI);
    for (const spots of crack(
      chance,
      [middle[0] + Math.cos(a) * 0.42, 0, middle[2] + Math.sin(a) * 0.4],
      a,
      chance.between(0.2, 0.6),
      1,
    )) {
      out += trace(camera, spots, 0.011, { stroke: darker(asphalt, 0.7) });
    }
  }
  return { content: out };
};

/** Tactile paving on a footway, some blocks broken or gone. */
export const tactileNear = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  const paving = "#a39d93";
  let out = closeRoad(stage, paving);
  for (let x = -1.5; x < 1.6; x += 0.3)
    out += beam(camera, [x, 0, 0.35], [x, 0, 3.2], 0.008, darker(paving, 0.35), 0.7);
  for (let z = 0.4; z < 3.2; z += 0.15)
    out += beam(camera, [-1.6, 0, z], [1.6, 0, z], 0.006, darker(paving, 0.35), 0.6);
  const broken = chance.whole(3, 4);
  for (let row = 0; row < 9; row += 1) {
    const z = 0.4 + row * 0.3;
    if (row === broken) {
      out += floor(camera, -0.15, 0.15, z, z + 0.3, { fill: "#4c4741" });
      out += grain(stage, "#4c4741", { left: -0.15, right: 0.15, from: z, to: z + 0.3 }, 90);
      for (let i = 0; i < 7; i += 1)
        out += rounded(
          camera,
          patch(
            chance,
            [chance.between(-0.3, 0.3), 0, z + chance.between(-0.05, 0.35)],
            chance.between(0.02, 0.07),
            chance.between(0.02, 0.05),
            0.35,
            5,
          ),
          { fill: chance.pick(["#c9a62f", "#b3912a", "#d6b545"]), stroke: "#5f4d14", width: 1 },
        );
      continue;
    }
    const tone = mix("#d8b23a", "#8f8468", chance.between(0.05, 0.3));
    out += floor(camera, -0.148, 0.148, z + 0.004, z + 0.296, {
      fill: tone,
      stroke: darker(tone, 0.45),
      width: 1.5,
    });
    for (let bar = 0; bar < 4; bar += 1) {
      const x = -0.105 + bar * 0.07;
      out += beam(camera, [x + 0.008, 0, z + 0.04], [x + 0.008, 0, z + 0.26], 0.034, darker(tone, 0.4));
      out += beam(camera, [x, 0.004, z + 0.04], [x, 0.004, z + 0.26], 0.03, lighter(tone, 0.12));
    }
    if (Math.abs(row - broken) === 1)
      for (const spots of crack(chance, [-0.15, 0, z + 0.1], 0.3, 0.36, 1))
        out += trace(camera, spots, 0.008, { stroke: "#3e3616" });
  }
  return { content: out };
};

/** A worn edge line: only flecks of paint are left. */
export const fadedLineFar = (stage: Stage): Scene => {
  const { camera, chance } = stage;
  let out = street(stage, { edgeMark: 0.14 });
  for (let i = 0; i < 60; i += 1) {
    const z = 1.2 * 40 ** chance.next();
    const x = chance.pick([-2.29, 2.29]) + chance.between(-0.06, 0.06);
    out += rounded(
      camera,
      patch(chance, [x, 0, z], chance.between(0.02, 0.05), chance.between(0.05, 0.25), 0.4, 7),
      { fill: "#e4e1d9", opacity: chance.between(0.25, 0.7) },
    );
  }
  return { content: out };
};

/** The whole width under water, rings of rain, a hedge of leaves at its edge. */
export const floodFar = (stage: Stage): Scene => {
  const { camera, chance, light } = stage;
  let out = street(stage);
  const water = mix("#77797a", light.sky[1], 0.35);
  out += rounded(camera, patch(chance, [0.3, 0, 5.2], 3.1, 3.2, 0.1, 22), { fill: water, opacity: 0.92 });
  out += rounded(camera, patch(chance, [-0.5, 0, 6.6], 1.7, 1.5, 0.2), {
    fill: lighter(water, 0.35),
    opacity: 0.45,
  });
  for (let i = 0; i < 26; i += 1) {
    const p = camera.at([chance.between(-2, 2.4), 0, chance.between(2.9, 7.5)]);
    const r = chance.between(0.05, 0.16) * p.scale;
    for (const k of [1, 0.55])
      out += `<ellipse cx="${p.x.toFixed(1)}" cy="${p.y.toFixed(1)}" rx="${(r * k).toFixed(1)}" ry="${(r * k * 0.3).toFixed(1)}" fill="none" stroke="#eef3f5" stroke-width="1.6" opacity=".55"/>`;
  }
  for (let i = 0; i < 30; i += 1)
    out += leaf(stage, [chance.between(-2.6, 2.6), 0, chance.between(1.8, 2.6)]);
  return { content: out };
};
