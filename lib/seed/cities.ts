import { lookUpArea } from "@/lib/areas/lookup";
import { outlineShapes } from "@/lib/areas/outline";
import type { MapSketch } from "@/lib/areas/sketch";
import type { DemoCity } from "@/lib/demo/cities";
import { demoResidents } from "@/lib/demo/residents";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { kumamotoSketch } from "@/lib/presets/kumamoto/map";
import { musashino } from "@/lib/presets/musashino/city";
import { musashinoSketch } from "@/lib/presets/musashino/map";
import type { CityPreset } from "@/lib/presets/types";
import type { Setting } from "./drawing/stage";
import { KUMAMOTO_KINDS } from "./life/kumamoto";
import type { CityLife } from "./life/life";
import { MUSASHINO_KINDS } from "./life/musashino";
import type { Gazetteer } from "./life/spots";
import { KUMAMOTO_PARKS, KUMAMOTO_RIVERS, KUMAMOTO_STREETS } from "./places/kumamoto";
import { MUSASHINO_STREETS } from "./places/musashino";

export type SeedCity = {
  preset: CityPreset;
  sketch: MapSketch;
  /** Numbers of earlier reports of the fiscal year, which the demo does not show. */
  firstNumber: number;
  settings: readonly (readonly [Setting, number])[];
  life: Pick<CityLife, "kinds" | "scale" | "shortNames">;
  places: Pick<Gazetteer, "streets" | "parks" | "rivers">;
};

/** Everything the seed program knows of a city. */
export const CITIES: Record<DemoCity, SeedCity> = {
  kumamoto: {
    preset: kumamoto,
    sketch: kumamotoSketch,
    firstNumber: 1_284,
    settings: [
      ["suburb", 7],
      ["town", 3],
    ],
    life: {
      kinds: KUMAMOTO_KINDS,
      scale: 1.5,
      shortNames: ["町内の小さな公園", "集会所のとなりの公園", "神社の横の公園", "団地の中の公園"],
    },
    places: { streets: KUMAMOTO_STREETS, parks: KUMAMOTO_PARKS, rivers: KUMAMOTO_RIVERS },
  },
  musashino: {
    preset: musashino,
    sketch: musashinoSketch,
    firstNumber: 371,
    settings: [
      ["suburb", 3],
      ["town", 7],
    ],
    life: {
      kinds: MUSASHINO_KINDS,
      scale: 1.02,
      shortNames: [
        "桜堤公園",
        "関前公園",
        "かえで通り",
        "三鷹通り沿い",
        "玉川上水の緑道",
        "町内の児童公園",
        "中央通り",
      ],
    },
    places: { streets: MUSASHINO_STREETS, parks: MUSASHINO_STREETS, rivers: MUSASHINO_STREETS },
  },
};

/** The city as its life needs it, from data alone. */
export function lifeOf(key: DemoCity, version: number): CityLife {
  const { preset, sketch, life, places } = CITIES[key];
  const [definition] = preset.scenarios;
  if (!definition) throw new Error(`${key} has no scenario`);
  const atlas = { addresses: null, shapes: outlineShapes(sketch) };
  const { prefecture, name } = sketch.city;
  // Areas that are wards stand in an address; towns begin the quarter's own name.
  const ward = (areaKey: string) => {
    const area = preset.areas.find((a) => a.key === areaKey);
    return area?.name.endsWith("区") ? area.name : "";
  };
  return {
    key,
    definition,
    version,
    ...life,
    residents: demoResidents(key).count,
    gazetteer: {
      ...places,
      addressStart: (areaKey) => `${prefecture}${name}${ward(areaKey)}`,
      areaAt: (point) => lookUpArea(atlas, point, null).areaKey,
    },
  };
}
