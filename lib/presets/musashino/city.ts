import type { ScenarioDefinition } from "@/lib/scenarios/schema";
import { requires, steps, words } from "../parts";
import type { CityPreset } from "../types";
import { musashinoCategories } from "./categories";
import { musashinoBot } from "./faq";
import { musashinoGarbage } from "./garbage";
import { green } from "./green";
import { musashinoMenus } from "./menu";
import { confirm, opening } from "./opening";
import { musashinoAreas, musashinoRoutes, musashinoSections } from "./organisation";
import { musashinoPreferences } from "./preferences";
import { musashinoProfile } from "./profile";
import { road } from "./road";
import { smell } from "./smell";

const report: ScenarioDefinition = {
  key: "report",
  title: words("道路・公園・下水の通報", "Roads, parks, sewers", "道路・公園・下水の通報"),
  opening: words(
    "道路・公園・下水の情報提供を始めます。お名前や電話番号はうかがいません。書かないでください。\n市が管理していない場所とわかったときは、管理者へ伝えるか、ご案内のみとなります。〔架空のデモです〕",
    "Tell us about roads, parks and sewers. We do not ask for your name or phone number; please do not write them. Places that are not the city's are passed on or pointed out. (A fictional demo)",
    "道路・公園・下水の ことを 教えてください。名前や 電話番号は 書かないでください。",
  ),
  triggers: [
    "通報",
    "つうほう",
    "情報提供",
    "市民レポート",
    "市民通報",
    "道路・公園・下水 情報提供/通報",
    "report",
  ],
  shortcuts: [
    {
      key: "road",
      title: words("道路の通報", "Road"),
      triggers: ["道路", "道路の情報提供"],
      answers: { kind: "road" },
    },
    {
      key: "green",
      title: words("公園・街路樹の通報", "Park, street tree"),
      triggers: ["公園", "街路樹", "公園・街路樹"],
      answers: { kind: "green" },
    },
    {
      key: "smell",
      title: words("下水のにおいの通報", "Sewer smell"),
      triggers: ["下水のにおい", "下水", "におい"],
      answers: { kind: "smell" },
    },
  ],
  start: "danger",
  requires: {
    road: requires("photo", "place", "date"),
    green: requires("photo", "place", "date"),
    smell: requires("photo", "place", "date", "band"),
  },
  steps: steps(opening, road, green, smell, confirm),
};

export const musashino: CityPreset = {
  profile: musashinoProfile,
  areas: musashinoAreas,
  sections: musashinoSections,
  categories: musashinoCategories,
  routes: musashinoRoutes,
  scenarios: [report],
  menus: musashinoMenus,
  preferences: musashinoPreferences,
  bot: musashinoBot,
  garbage: musashinoGarbage,
};
