import type { CityProfile } from "@/lib/city/profile";
import type { Point } from "@/lib/core/geo";
import type { MenuPlan } from "@/lib/menus/plan";
import type { ScenarioDefinition } from "@/lib/scenarios/schema";

export type PresetArea = { key: string; name: string; groupName: string | null; point: Point };
export type PresetSection = { key: string; name: string; phone: string | null };
/** `icon` is a lucide name in kebab-case. */
export type PresetCategory = { key: string; parentKey: string | null; label: string; icon: string };
/** `areaKey` null: everywhere that has no route of its own. */
export type PresetRoute = {
  categoryKey: string;
  areaKey: string | null;
  sectionKey: string;
  mailTo: string[];
};

/** A city's content as typed data. Array order is the order on screens. */
export type CityPreset = {
  profile: CityProfile;
  areas: PresetArea[];
  sections: PresetSection[];
  categories: PresetCategory[];
  routes: PresetRoute[];
  scenarios: ScenarioDefinition[];
  menu: MenuPlan;
};
