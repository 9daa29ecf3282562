import type { Book } from "@/db/enums";
import type { BotEntry } from "@/lib/chatbot/books/entry";
import { faqContent } from "@/lib/chatbot/faq/content";
import { AppError } from "@/lib/core/errors";
import { type CalendarArea, type GarbageCalendar, garbageCalendar } from "@/lib/garbage/calendar";
import { garbageContent } from "@/lib/garbage/categories";
import { type Rule, readRule } from "@/lib/garbage/rule";
import type {
  CityPreset,
  PresetFaq,
  PresetGarbageArea,
  PresetGarbageCalendar,
  PresetGarbageItem,
} from "./types";

/** One book of the bot as a preset brings it. */
export type PresetBook = { book: Book; content: object; entries: BotEntry[] };

const faqEntry = (faq: PresetFaq, sectionId: number | null): BotEntry => ({
  key: faq.key,
  kind: faq.kind,
  title: faq.title,
  reading: faq.reading,
  synonyms: faq.synonyms,
  category: faq.topic,
  note: null,
  answer: faq.answer,
  validFrom: faq.validFrom ?? null,
  validUntil: faq.validUntil ?? null,
  sectionId,
  reviewedOn: faq.reviewedOn,
});

const garbageEntry = (item: PresetGarbageItem): BotEntry => ({
  key: item.key,
  kind: "garbage",
  title: item.title,
  reading: item.reading,
  synonyms: item.synonyms,
  category: item.category,
  note: item.note ?? null,
  answer: null,
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
});

function calendarArea({ note, rules, ...area }: PresetGarbageArea): CalendarArea {
  const read = Object.entries(rules).map(([kind, cell]): [string, Rule] => {
    const found = readRule(cell);
    if (!found.ok) throw new AppError("invalid", `calendar of ${area.key}, ${kind}: ${found.wrong}`);
    return [kind, { ...found.rule, note: note ?? null }];
  });
  return { ...area, center: null, rules: Object.fromEntries(read) };
}

/** The calendar with its rules read; throws `invalid` at a cell that says nothing we know. */
export const calendarOf = (preset: PresetGarbageCalendar): GarbageCalendar =>
  garbageCalendar.parse({ ...preset, areas: preset.areas.map(calendarArea) });

/** What the bot knows on a city's first day, book by book. `sectionIdOf` throws for a key that is none. */
export function presetBooks(
  preset: Pick<CityPreset, "bot" | "garbage">,
  sectionIdOf: (key: string) => number,
): PresetBook[] {
  const { bot, garbage } = preset;
  const faq = bot.entries.map((one) =>
    faqEntry(one, one.sectionKey === null ? null : sectionIdOf(one.sectionKey)),
  );
  const books: PresetBook[] = [{ book: "faq", content: faqContent.parse(bot.content), entries: faq }];
  if (!garbage) return books;
  return [
    ...books,
    {
      book: "garbage",
      content: garbageContent.parse({ categories: garbage.categories }),
      entries: garbage.items.map(garbageEntry),
    },
    { book: "calendar", content: calendarOf(garbage.calendar), entries: [] },
  ];
}
