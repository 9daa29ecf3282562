import type { MenuMode, QuestionKey, Trait } from "@/db/enums";
import type { Answer } from "@/lib/chatbot/answer";
import type { FaqContent } from "@/lib/chatbot/faq/content";
import type { CityProfile } from "@/lib/city/profile";
import type { Point } from "@/lib/core/geo";
import type { ExtraDay, Suspension } from "@/lib/garbage/calendar";
import type { GarbageCategory } from "@/lib/garbage/categories";
import type { MenuContent } from "@/lib/menus/plan";
import type { LocalText, ScenarioDefinition } from "@/lib/scenarios/schema";

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

export type PresetInterest = { key: string; label: LocalText; description: LocalText; icon: string };
export type PresetTraitOption = { code: number; label: LocalText };
export type PresetQuestion = { key: QuestionKey; prompt: LocalText; note: LocalText | null };

/** What residents are asked in 受信設定. Areas come from the city's own, and 市外. */
export type PresetPreferences = {
  interests: PresetInterest[];
  traits: Record<Trait, PresetTraitOption[]>;
  questions: PresetQuestion[];
};

/** `topic` is a key of the book's topics; days are civil, `2026-11-22`, both included. */
export type PresetFaq = {
  key: string;
  kind: "faq" | "keyword";
  title: string;
  /** Kana of the title; null: the title tells it. */
  reading: string | null;
  synonyms: string[];
  topic: string;
  answer: Answer;
  sectionKey: string | null;
  validFrom?: string;
  validUntil?: string;
  reviewedOn: string;
};

/** What the bot answers on its first day: the book `faq`. */
export type PresetBot = { content: FaqContent; entries: PresetFaq[] };

/** `synonyms` are other words for the item, not spellings of it: width and kana make no difference anyway. */
export type PresetGarbageItem = {
  key: string;
  title: string;
  reading: string;
  synonyms: string[];
  /** Key of a category. */
  category: string;
  note?: string;
};
/** `rules`: by key of a kind, as lib/garbage/rule.ts reads them: "火 金", "水2 水4", "隔火20260407", "20261228". */
export type PresetGarbageArea = {
  key: string;
  name: string;
  /** The ward or district it lies in: residents choose that first when areas are many. */
  group: string | null;
  /** Other names that residents may type: towns that belong to it. */
  also: string[];
  rules: Record<string, string>;
  /** What everybody there has to know, beside the days. */
  note?: string;
};
export type PresetGarbageCalendar = {
  /** `key` is the key of the category that is collected; a category may name others in `collectedAs`. */
  kinds: { key: string; label: LocalText; onHolidays: boolean }[];
  areas: PresetGarbageArea[];
  /** `center` null: everywhere; `kinds` null: all of them. */
  suspensions: Suspension[];
  extras: ExtraDay[];
  putOutBy: string | null;
};
/** Garbage dictionary, how each category is put out, and when it is collected where. */
export type GarbagePreset = {
  categories: GarbageCategory[];
  items: PresetGarbageItem[];
  calendar: PresetGarbageCalendar;
};

/** A city's content as typed data. Array order is the order on screens. */
export type CityPreset = {
  profile: CityProfile;
  areas: PresetArea[];
  sections: PresetSection[];
  categories: PresetCategory[];
  routes: PresetRoute[];
  scenarios: ScenarioDefinition[];
  menus: Record<MenuMode, MenuContent>;
  preferences: PresetPreferences;
  bot: PresetBot;
  /** Absent: the city has no garbage dictionary of its own yet. */
  garbage?: GarbagePreset;
};
