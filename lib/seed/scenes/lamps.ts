import type { Spot } from "../drawing/camera";
import { glow } from "../drawing/light";
import type { Scene, Stage } from "../drawing/stage";
import { street } from "../drawing/street";
import { beam, darker, oval, pole } from "../drawing/svg";

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
