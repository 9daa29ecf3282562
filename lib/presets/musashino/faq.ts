import { words } from "../parts";
import type { PresetBot } from "../types";

export const musashinoBot: PresetBot = {
  content: {
    topics: [
      { key: "disaster", label: words("防災・避難", "Disasters", "ぼうさい・ひなん") },
      { key: "infection", label: words("感染症", "Infectious diseases", "びょうき") },
      { key: "children", label: words("子育て", "Children", "こそだて") },
      { key: "procedures", label: words("手続き・証明", "Certificates", "てつづき") },
      { key: "garbage", label: words("ごみ・リサイクル", "Garbage", "ごみ") },
      { key: "living", label: words("くらし・相談", "Daily life", "くらし") },
    ],
    phoneKey: null,
  },
  entries: [],
};
