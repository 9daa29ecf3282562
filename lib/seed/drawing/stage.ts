import type { Chance } from "../random";
import type { Camera } from "./camera";
import type { Light } from "./light";

/** What stands round the thing: a low-rise ward with hills behind, or a denser town. */
export type Setting = "suburb" | "town";
export type Stage = { camera: Camera; light: Light; chance: Chance; setting: Setting };
/** A finished scene; `glows` are drawn over the light, for lamps at night. */
export type Scene = { content: string; glows?: string };
