import { type Handbook, itemsFor } from "../garbage/items";
import type { GarbagePreset } from "../types";
import { musashinoCalendar } from "./garbage-calendar";
import { musashinoGarbageCategories } from "./garbage-categories";

const handbook: Handbook = {
  city: "musashino",
  categories: {
    燃やす: "burnable",
    燃やさない: "nonburnable",
    びん: "bottles",
    缶: "cans",
    ペット: "pet",
    プラ: "plastic",
    古紙: "paper",
    古着: "clothes",
    危険: "hazardous",
    粗大: "large",
    "×": "none",
  },
  sentences: {
    袋: {
      say: "40リットルの袋に入らないもの、10キロほどを超えるものは粗大ごみです。",
      of: ["燃やす", "燃やさない"],
    },
    電池: { say: "電池は外して危険・有害ごみに出してください。" },
    充電: { say: "電池は外して危険・有害ごみへ。外せないものは、本体ごと危険・有害ごみに出してください。" },
    素材: { say: "金属・陶器・ガラスのものは燃やさないごみです。" },
  },
};

export const musashinoGarbage: GarbagePreset = {
  categories: musashinoGarbageCategories,
  items: itemsFor(handbook),
  calendar: musashinoCalendar,
};
