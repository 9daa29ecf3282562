import type { BotEntry } from "@/lib/chatbot/books/entry";
import type { FlexMessage, FlexPart } from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import { cutGraphemes } from "@/lib/core/text";
import { say } from "@/lib/scenarios/language";
import type { GarbageCategory } from "../categories";
import { nextDay } from "../days";
import { WORDS } from "./messages";
import { BLUE, type Button, boxPart, bubble, card, INK, MUTED, tagPart, textPart } from "./parts";
import { clockWords, dateWords, distanceWords, firstDay, kindsWords, missedWords, type Scene } from "./scene";

/** Longer words would push the day of collection out of sight. */
const MOST_WORDS = 600;
const UNKNOWN = "#5c5c66";

const block = (heading: string, text: string): FlexPart =>
  boxPart([textPart(heading, { size: "sm", color: MUTED }), textPart(cutGraphemes(text, MOST_WORDS))], {
    spacing: "xs",
  });

/** When the category is taken here. Null: nothing can be said, and nothing is. */
function daysPart(scene: Scene, category: GarbageCategory): { part: FlexPart; words: string } | null {
  const { books, choice, language, today } = scene;
  const { area } = choice;
  const kinds = category.collectedAs.filter((key) => books.calendar.kinds.some((kind) => kind.key === key));
  if (area === null || kinds.length === 0) return null;
  const isEver = kinds.some((kind) => (area.rules[kind]?.turns.length ?? 0) > 0);
  const day = nextDay(books.calendar, area, kinds, firstDay(scene));
  const missed = missedWords(scene, area, kinds);
  const late = missed === null ? [] : [textPart(missed, { size: "sm", color: INK })];
  const heading = textPart(say(WORDS.nextCollection, language), { size: "sm", color: MUTED });
  const where = textPart(words(WORDS.area, language, { area: area.name }), { size: "sm", color: MUTED });
  if (day === null) {
    const text = say(isEver ? WORDS.none : WORDS.notHere, language);
    return {
      part: boxPart([...late, heading, textPart(text), where], { spacing: "xs" }),
      words: [missed, text].filter((one) => one !== null).join(""),
    };
  }
  const text = `${dateWords(day, language)}（${distanceWords(today, day, language)}）`;
  const named = category.collectedAs.includes(category.key)
    ? []
    : [
        textPart(words(WORDS.collected, language, { kind: kindsWords(scene, kinds) }), {
          size: "sm",
          color: MUTED,
        }),
      ];
  const time = books.calendar.putOutBy;
  const by =
    time === null
      ? []
      : [textPart(words(WORDS.putOutBy, language, { time: clockWords(time) }), { size: "sm", color: INK })];
  return {
    part: boxPart(
      [...late, heading, textPart(text, { size: "lg", bold: true, color: BLUE }), ...by, ...named, where],
      {
        spacing: "xs",
      },
    ),
    words: `${missed ?? ""}${say(WORDS.nextCollection, language)} ${text}`,
  };
}

/** Item, category, how to put it out, what to mind, and the next day where the resident lives. */
export function itemCard(scene: Scene, entry: Pick<BotEntry, "title" | "category" | "note">): FlexMessage {
  const { books, choice, language } = scene;
  const category = books.categories.find((one) => one.key === entry.category) ?? null;
  const label = category ? say(category.label, language) : (entry.category ?? "");
  const days = category ? daysPart(scene, category) : null;
  const asks =
    category !== null &&
    choice.area === null &&
    category.collectedAs.length > 0 &&
    books.calendar.areas.length > 0;
  const buttons: Button[] = asks
    ? [
        {
          label: say(WORDS.chooseArea, language),
          operation: { kind: "areas", group: null, page: 0, before: { kind: "category", key: category.key } },
          primary: true,
        },
      ]
    : days
      ? [
          {
            label: say(WORDS.week, language),
            operation: { kind: "days", asked: { kind: "week", next: false } },
          },
          {
            label: say(WORDS.changeArea, language),
            operation: { kind: "areas", group: null, page: 0, before: null },
          },
        ]
      : [];
  const rule: FlexPart = { type: "separator" };
  const contents: FlexPart[] = [
    textPart(entry.title, { size: "lg", bold: true }),
    ...(label ? [tagPart(label, category?.color ?? UNKNOWN)] : []),
    ...(category?.howTo ? [block(say(WORDS.howTo, language), say(category.howTo, language))] : []),
    ...(entry.note ? [block(say(WORDS.note, language), entry.note)] : []),
    ...(days ? [rule, days.part] : []),
    ...(asks
      ? [
          rule,
          ...(choice.isGone ? [textPart(say(WORDS.goneArea, language), { size: "sm" })] : []),
          textPart(say(WORDS.askArea, language), { size: "sm", color: MUTED }),
        ]
      : []),
  ];
  const alt = [`${entry.title}：${label}`, entry.note ?? "", days?.words ?? ""].filter((one) => one !== "");
  return card(alt.join("。"), [bubble(contents, buttons)]);
}
