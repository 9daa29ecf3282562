import { closeCamera, streetCamera, tallCamera } from "../drawing/camera";
import { grade, LIGHTS, type LightName, skyDefinitions } from "../drawing/light";
import type { Scene, Setting, Stage } from "../drawing/stage";
import { svg } from "../drawing/svg";
import { chanceFrom } from "../random";
import { garbageStation, garbageTruck } from "./garbage";
import { drainByBuilding, guttersNear, inletFar, inletNear, leakNear } from "./gutter";
import { lampAtNight, lampByDay } from "./lamps";
import { bench, brokenFence, fallenTree, fountain, parkLampNight, toiletHouse } from "./park";
import {
  cracksFar,
  cracksNear,
  fadedLineFar,
  floodFar,
  lidNear,
  potholeFar,
  potholeNear,
  tactileNear,
} from "./pavement";
import { graffiti, slide, swing } from "./play";
import { cloggedChannel, riverBank, riverDump, riverFence } from "./river";
import { curveMirror, guardRail, guideBoard, retainingWall } from "./roadside";
import { caterpillarsNear, rootsNear, streetTree } from "./trees";

const SCENES = {
  bench,
  brokenFence,
  caterpillarsNear,
  cloggedChannel,
  cracksFar,
  cracksNear,
  curveMirror,
  drainByBuilding,
  fadedLineFar,
  fallenTree,
  floodFar,
  fountain,
  garbageStation,
  garbageTruck,
  graffiti,
  guardRail,
  guideBoard,
  guttersNear,
  inletFar,
  inletNear,
  lampAtNight,
  lampByDay,
  leakNear,
  lidNear,
  parkLampNight,
  potholeFar,
  potholeNear,
  retainingWall,
  riverBank,
  riverDump,
  riverFence,
  rootsNear,
  slide,
  streetTree,
  swing,
  tactileNear,
  toiletHouse,
} satisfies Record<string, (stage: Stage) => Scene>;

export type SceneName = keyof typeof SCENES;
export const SCENE_NAMES = Object.keys(SCENES) as SceneName[];

const TALL: readonly SceneName[] = ["curveMirror", "lampAtNight", "lampByDay", "streetTree"];
const NIGHT: readonly SceneName[] = ["lampAtNight", "parkLampNight"];

function cameraFor(name: SceneName) {
  if (name.endsWith("Near")) return closeCamera();
  return TALL.includes(name) ? tallCamera() : streetCamera();
}

/** One picture as SVG. The same name, light, setting and seed make the same picture. */
export function drawScene(name: SceneName, of: { light: LightName; setting: Setting; seed: string }): string {
  // What burns or fails at night is photographed at night.
  const light = LIGHTS[NIGHT.includes(name) ? "night" : of.light === "night" ? "evening" : of.light];
  const stage: Stage = {
    camera: cameraFor(name),
    light,
    setting: of.setting,
    chance: chanceFrom(`${name}/${of.seed}`),
  };
  const scene = SCENES[name](stage);
  return svg(skyDefinitions(light), scene.content + grade(light) + (scene.glows ?? ""));
}
