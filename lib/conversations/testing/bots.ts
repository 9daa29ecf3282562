import { kumamoto } from "@/lib/presets/kumamoto/city";
import { musashino } from "@/lib/presets/musashino/city";
import type { CityPreset } from "@/lib/presets/types";
import type { ScenarioDefinition } from "@/lib/scenarios/schema";
import type { Bot } from "../talk";

/** A bot as a city's preset makes it, published long ago. */
export function botOf(preset: CityPreset): Bot {
  return {
    city: preset.profile,
    scenarios: preset.scenarios.map((definition) => ({
      key: definition.key,
      version: 1,
      publishedAt: 0,
      definition,
    })),
    startable: preset.scenarios.map((definition) => definition.key),
  };
}

export function reportOf(preset: CityPreset): ScenarioDefinition {
  const found = preset.scenarios.find((definition) => definition.key === "report");
  if (!found) throw new Error(`${preset.profile.key} has no report scenario`);
  return found;
}

export const CITIES = [kumamoto, musashino] as const;
