import type { ScenarioDefinition } from "@/lib/scenarios/schema";
import { requires, steps, words } from "../parts";
import type { CityPreset } from "../types";
import { kumamotoCategories } from "./categories";
import { kumamotoBot } from "./faq";
import { kumamotoGarbage } from "./garbage";
import { leak } from "./leak";
import { kumamotoMenus } from "./menu";
import { confirm, opening } from "./opening";
import { kumamotoAreas, kumamotoRoutes, kumamotoSections } from "./organisation";
import { park } from "./park";
import { kumamotoPreferences } from "./preferences";
import { kumamotoProfile } from "./profile";
import { river } from "./river";
import { road } from "./road";
import { takeaway } from "./takeaway";

const report: ScenarioDefinition = {
  key: "report",
  title: words("市民レポート", "Citizen report", "市民レポート"),
  opening: words(
    "市民レポート（市民通報）を始めます。お名前や電話番号はうかがいません。書かないでください。\n24時間送れます。受付の確認は平日の9時から17時です。〔架空のデモです〕",
    "This is the citizen report. We do not ask for your name or phone number; please do not write them. Reports can be sent at any time and are checked Mon–Fri 9:00–17:00. (A fictional demo)",
    "市民レポートを はじめます。名前や 電話番号は 書かないでください。",
  ),
  triggers: ["市民レポート", "市民通報", "通報", "つうほう", "レポート", "report"],
  shortcuts: [
    {
      key: "road",
      title: words("道路の通報", "Road"),
      triggers: ["道路", "道路の異常"],
      answers: { kind: "road" },
    },
    {
      key: "river",
      title: words("河川の通報", "River"),
      triggers: ["河川", "川", "河川の異常"],
      answers: { kind: "river" },
    },
    {
      key: "park",
      title: words("公園の通報", "Park"),
      triggers: ["公園", "公園の異常"],
      answers: { kind: "park" },
    },
    {
      key: "takeaway",
      title: words("資源物等の持ち去り", "Recyclables taken"),
      triggers: ["持ち去り", "資源物", "資源物等の持ち去り"],
      answers: { kind: "takeaway" },
    },
    {
      key: "leak",
      title: words("漏水の通報", "Water leak"),
      triggers: ["漏水", "水漏れ", "水もれ"],
      answers: { kind: "leak" },
    },
  ],
  start: "danger",
  requires: {
    road: requires("photo", "place", "when"),
    river: requires("photo", "place", "when"),
    park: requires("photo", "place", "when"),
    takeaway: requires("photo", "place", "when"),
    leak: requires("photo", "place", "when"),
  },
  steps: steps(opening, road, river, park, takeaway, leak, confirm),
};

export const kumamoto: CityPreset = {
  profile: kumamotoProfile,
  areas: kumamotoAreas,
  sections: kumamotoSections,
  categories: kumamotoCategories,
  routes: kumamotoRoutes,
  scenarios: [report],
  menus: kumamotoMenus,
  preferences: kumamotoPreferences,
  bot: kumamotoBot,
  garbage: kumamotoGarbage,
};
