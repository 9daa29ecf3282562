import { AppError } from "@/lib/core/errors";
import type { PresetGarbageItem } from "../types";
import { APPLIANCES } from "./appliances";
import { BATH } from "./bath";
import { CLOTHES } from "./clothes";
import { FOOD } from "./food";
import { FURNITURE } from "./furniture";
import { GARDEN } from "./garden";
import { HAZARDS } from "./hazards";
import { HOBBY } from "./hobby";
import { KITCHEN } from "./kitchen";
import { PAPER } from "./paper";

/**
 * Everyday items, a line each: key, title, reading, other words for it, its category in Kumamoto and in Musashino, what
 * to mind. A category may be followed by `：` and what only that city's residents have to mind; `+word` stands for one
 * of the sentences below or of the city's handbook.
 */
const TABLES = [KITCHEN, FOOD, PAPER, CLOTHES, BATH, APPLIANCES, HAZARDS, FURNITURE, HOBBY, GARDEN];
const CITIES = { kumamoto: 4, musashino: 5 } as const;
const NOTE = 6;

/** Where one city puts things, and what it says about them. */
export type Handbook = {
  city: keyof typeof CITIES;
  /** Keys of categories by the short names that the tables use. */
  categories: Record<string, string>;
  /** `of`: said in these categories only, by their short names. */
  sentences: Record<string, { say: string; of?: readonly string[] }>;
};

const SENTENCES: Handbook["sentences"] = {
  洗う: { say: "中をすすいで、乾かしてください。" },
  汚れ: { say: "汚れが落ちないものは燃やすごみです。" },
  包む: { say: "厚い紙で包み、「危険」と書いてください。" },
  電話: { say: "迷うときは、出す前にごみの担当へ電話でお確かめください。" },
  店: { say: "販売店や専門の業者へご相談ください。" },
  ひも: { say: "種類ごとに、ひもで十字にしばってください。" },
  布: { say: "洗って乾かし、雨の日を避けて出してください。" },
  情報: { say: "個人の情報は、消すか、読めないようにしてください。" },
  絶縁: { say: "電気の通る端に、テープを貼ってください。" },
  ガス: { say: "使い切ってください。火事のおそれがあるので、家の中で穴を開けないでください。" },
  家電: { say: "法律でリサイクルが決まった家電です。買った店か、買い替える店へ引き取りを頼んでください。" },
};

function itemFrom(line: string, { city, categories, sentences }: Handbook): PresetGarbageItem {
  const cells = line.split(" |").map((cell) => cell.trim());
  const [key = "", title = "", reading = "", synonyms = ""] = cells;
  const [short = "", own = ""] = (cells[CITIES[city]] ?? "").split("：");
  const category = categories[short];
  if (!category || cells.length !== NOTE + 1) throw new AppError("invalid", `garbage item: ${line}`);
  const said = (cells[NOTE] ?? "").split(/ +|(?=\+)/).map((word) => {
    if (!word.startsWith("+")) return word;
    const sentence = sentences[word.slice(1)] ?? SENTENCES[word.slice(1)];
    if (!sentence) throw new AppError("invalid", `garbage item: ${word} in ${line}`);
    return !sentence.of || sentence.of.includes(short) ? sentence.say : "";
  });
  const note = own + said.join("");
  return {
    key,
    title,
    reading,
    synonyms: synonyms.split("、").filter((word) => word !== ""),
    category,
    ...(note === "" ? {} : { note }),
  };
}

/** The dictionary of one city, in the order of the tables. */
export const itemsFor = (handbook: Handbook): PresetGarbageItem[] =>
  TABLES.flatMap((table) => table.trim().split("\n")).map((line) => itemFrom(line, handbook));
