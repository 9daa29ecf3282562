import { words } from "../parts";
import type { PresetBot } from "../types";
import { children } from "./faq/children";
import { disaster } from "./faq/disaster";
import { garbage } from "./faq/garbage";
import { infection } from "./faq/infection";
import { living } from "./faq/living";
import { places } from "./faq/places";
import { procedures } from "./faq/procedures";

export const kumamotoBot: PresetBot = {
  content: {
    topics: [
      { key: "disaster", label: words("防災・避難", "Disasters", "ぼうさい・ひなん") },
      { key: "infection", label: words("感染症", "Infectious diseases", "びょうき") },
      { key: "children", label: words("子育て", "Children", "こそだて") },
      { key: "procedures", label: words("手続き・証明", "Certificates", "てつづき") },
      { key: "garbage", label: words("ごみ・リサイクル", "Garbage", "ごみ") },
      { key: "living", label: words("くらし・相談", "Daily life", "くらし") },
      { key: "places", label: words("施設・交通", "Places and transport", "たてもの・電車") },
    ],
    phoneKey: "ward",
  },
  entries: [...disaster, ...infection, ...children, ...procedures, ...garbage, ...living, ...places],
};
