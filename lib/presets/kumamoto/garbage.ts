import { type Handbook, itemsFor } from "../garbage/items";
import type { GarbagePreset } from "../types";
import { kumamotoCalendar } from "./garbage-calendar";
import { kumamotoGarbageCategories } from "./garbage-categories";

const handbook: Handbook = {
  city: "kumamoto",
  categories: {
    燃やす: "burnable",
    紙: "paper",
    プラ: "plastic",
    資源: "resource",
    ペット: "pet",
    特定: "special",
    埋立: "landfill",
    大型: "large",
    "×": "none",
  },
  sentences: {
    袋: { say: "市の袋に入らない大きさのものは大型ごみです。", of: ["燃やす", "埋立"] },
    電池: { say: "電池は外して特定品目に出してください。" },
    充電: { say: "電池は外して特定品目へ。外せないものは、本体ごと特定品目に出してください。" },
    素材: { say: "金属・陶器・ガラスのものは埋立ごみです。" },
  },
};

export const kumamotoGarbage: GarbagePreset = {
  categories: kumamotoGarbageCategories,
  items: itemsFor(handbook),
  calendar: kumamotoCalendar,
};
