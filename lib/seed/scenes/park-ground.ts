import type { Spot } from "../drawing/camera";
import { HEIGHT, WIDTH } from "../drawing/camera";
import { building, hills } from "../drawing/houses";
import { LEAVES, tree, tuft } from "../drawing/plants";
import type { Stage } from "../drawing/stage";
import { grain } from "../drawing/street";
import { box, face, mix, rounded } from "../drawing/svg";

const SAND = "#b7a584";

/** Sand, lawn, trees and the houses beyond. */
export function parkGround(stage: Stage): string {
  const { camera, chance, light, setting } = stage;
  const y = camera.horizonY;
  let back = setting === "town" ? "" : hills(stage);
  const lawn = mix("#7c8f55", light.haze, 0.18);
  back += box(0, y + 1, WIDTH, HEIGHT, { fill: lawn });
  for (const hand of [-1, 1] as const)
    for (let z = 40; z > 22; z -= 9)
      back += building(
        stage,
        hand,
        hand * 7,
        z,
        setting === "town" ? chance.whole(2, 5) : chance.whole(1, 2),
      );
  for (let i = 0; i < 8; i += 1)
    back += tree(
      stage,
      [-13 + i * 3.7 + chance.between(-1, 1), 0, chance.between(17, 26)],
      chance.between(5, 8),
    );
  let out = box(0, 0, WIDTH, y + 60, { fill: "url(#sky)" }) + back;
  const far = [-16, -10, -5, 0, 5, 10, 16].map((x): Spot => [x, 0, 12 + chance.between(-0.8, 0.8)]);
  out += face(camera, [[-16, 0, 0.3], ...far, [16, 0, 0.3]], { fill: mix(SAND, light.haze, 0.06) });
  out += grain(stage, SAND, { left: -6, right: 6, from: 1.1, to: 12 }, 700);
  for (let i = 0; i < 26; i += 1)
    out += tuft(
      stage,
      [chance.between(-9, 9), 0, chance.between(9.5, 12.5)],
      chance.between(0.12, 0.3),
      LEAVES[3],
    );
  return out;
}

/** What a thing throws on the sand. */
export const shadowOn = (stage: Stage, spots: Spot[]): string =>
  rounded(stage.camera, spots, { fill: "#2e2a24", opacity: stage.light.shadow });
