import type { FlexMessage, FlexPart } from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import { cutUnits } from "@/lib/core/text";
import { fold } from "@/lib/scenarios/fold";
import { everyWording, say } from "@/lib/scenarios/language";
import type { CalendarArea } from "../calendar";
import { addDays, kindsOn, nextDay, nextDays, pausedOn, weekdayOf } from "../days";
import { WORDS } from "./messages";
import type { Asked } from "./operation";
import { BLUE, type Button, boxPart, bubble, card, MUTED, RED, tagPart, textPart } from "./parts";
import {
  type Books,
  clockWords,
  dateWords,
  distanceWords,
  firstDay,
  kindLook,
  kindsWords,
  missedWords,
  type Scene,
} from "./scene";

type Here = { scene: Scene; area: CalendarArea };

function buttonsOf({ choice, language }: Scene, asked: Asked): Button[] {
  const other: Asked = asked.kind === "week" ? { kind: "day", ahead: 1 } : { kind: "week", next: false };
  const label = asked.kind === "week" ? WORDS.tomorrow : WORDS.week;
  return [
    { label: say(label, language), operation: { kind: "days", asked: other } },
    ...(choice.remindAt === null
      ? [{ label: say(WORDS.remind, language), operation: { kind: "reminder" as const } }]
      : []),
    {
      label: say(WORDS.changeArea, language),
      operation: { kind: "areas", group: null, page: 0, before: asked },
    },
  ];
}

const where = ({ scene, area }: Here): FlexPart =>
  textPart(words(WORDS.area, scene.language, { area: area.name }), { size: "sm", color: MUTED });

const putOutBy = ({ scene }: Here): FlexPart[] => {
  const time = scene.books.calendar.putOutBy;
  return time === null
    ? []
    : [textPart(words(WORDS.putOutBy, scene.language, { time: clockWords(time) }), { size: "sm" })];
};

/** As many by colour as a bubble holds beside the rest (LINE takes 30 KB); those beyond by word alone. */
function tagsOf({ scene }: Here, kinds: readonly string[], most: number): FlexPart[] {
  const tags = kinds.slice(0, most).map((kind) => {
    const look = kindLook(scene.books, kind, scene.language);
    return tagPart(look.label, look.color);
  });
  const rest = kinds.slice(most);
  return rest.length === 0
    ? tags
    : [...tags, textPart(cutUnits(kindsWords(scene, rest), 300), { size: "sm" })];
}

/** What residents of the area have to know of the kinds they are told of; each remark once. */
const remarks = ({ area }: Here, kinds: readonly string[]): FlexPart[] =>
  [...new Set(kinds.flatMap((kind) => area.rules[kind]?.note ?? []))]
    .slice(0, 5)
    .map((note) => textPart(note, { size: "sm", color: MUTED }));

const cutKinds = (scene: Scene, kinds: readonly string[]): string => cutUnits(kindsWords(scene, kinds), 300);

/** The next day with one of the kinds, after `day`; `kinds` left out: with anything at all. */
function following({ scene, area }: Here, day: string, asked?: readonly string[]): string {
  const { books, language } = scene;
  const kinds = asked ?? books.calendar.kinds.map((kind) => kind.key);
  const next = nextDay(books.calendar, area, kinds, addDays(day, 1));
  if (next === null) return say(WORDS.none, language);
  return words(WORDS.following, language, {
    date: dateWords(next, language),
    kinds: cutKinds(
      scene,
      kindsOn(books.calendar, area, next).filter((kind) => kinds.includes(kind)),
    ),
  });
}

/** What is collected on one day, in words: for those who hear the card, and for a reminder's first line. */
export function dayWords(here: Here, day: string): string {
  const { scene, area } = here;
  const kinds = kindsOn(scene.books.calendar, area, day);
  return kinds.length > 0 ? kindsWords(scene, kinds) : say(WORDS.nothing, scene.language);
}

/** `of`: the kinds that were asked about; the card says first whether the day is one of theirs. */
function dayCard(here: Here, day: string, asked: Asked, of: readonly string[] = []): FlexMessage {
  const { scene, area } = here;
  const { books, language, today } = scene;
  const kinds = kindsOn(books.calendar, area, day);
  const paused = pausedOn(books.calendar, area, day);
  const title = `${distanceWords(today, day, language)} ${words(WORDS.dayTitle, language, { date: dateWords(day, language) })}`;
  const theirs = of.filter((kind) => kinds.includes(kind));
  const isTheirs = theirs.length > 0;
  const verdict =
    of.length === 0
      ? null
      : words(isTheirs ? WORDS.isCollected : WORDS.isNotCollected, language, {
          kinds: cutKinds(scene, isTheirs ? theirs : of),
        });
  const missed = day === today ? missedWords(scene, area, kinds) : null;
  const contents: FlexPart[] = [
    textPart(title, { bold: true }),
    ...(verdict === null ? [] : [textPart(verdict, { size: "lg", bold: true, color: BLUE })]),
    ...tagsOf(here, kinds, 12),
    ...(kinds.length === 0
      ? [textPart(say(WORDS.nothing, language), { size: "lg" })]
      : missed === null
        ? putOutBy(here)
        : [textPart(missed, { size: "sm" })]),
    ...(paused.length > 0
      ? [
          textPart(words(WORDS.suspended, language, { kinds: cutUnits(kindsWords(scene, paused), 300) }), {
            color: RED,
            bold: true,
          }),
        ]
      : []),
    ...remarks(here, kinds),
    textPart(following(here, day, verdict === null || isTheirs ? undefined : of), {
      size: "sm",
      color: MUTED,
    }),
    where(here),
  ];
  return card(`${title}：${verdict ?? ""}${dayWords(here, day)}`, [
    bubble(contents, buttonsOf(scene, asked)),
  ]);
}

/** To the Monday of next week: 1 to 7. */
const daysToMonday = (today: string): number => (8 - weekdayOf(today)) % 7 || 7;

function weekCard(here: Here, from: string, asked: Asked, isNext: boolean): FlexMessage {
  const { scene, area } = here;
  const { books, language, today } = scene;
  const days = Array.from({ length: 7 }, (_, i) => addDays(from, i));
  const title = say(isNext ? WORDS.nextWeek : WORDS.thisWeek, language);
  const rows = days.flatMap((day): FlexPart[] => {
    const kinds = kindsOn(books.calendar, area, day);
    const paused = pausedOn(books.calendar, area, day);
    if (kinds.length + paused.length === 0) return [];
    const near = day === today || day === addDays(today, 1);
    return [
      boxPart(
        [
          boxPart(
            [
              textPart(dateWords(day, language), { bold: true, size: "sm" }),
              ...(near ? [textPart(distanceWords(today, day, language), { size: "xs", color: BLUE })] : []),
            ],
            { flex: 2, spacing: "xs" },
          ),
          boxPart(
            [
              ...tagsOf(here, kinds, 5),
              ...(paused.length > 0
                ? [
                    textPart(
                      words(WORDS.suspended, language, { kinds: cutUnits(kindsWords(scene, paused), 300) }),
                      {
                        size: "sm",
                        color: RED,
                      },
                    ),
                  ]
                : []),
            ],
            { flex: 4, spacing: "xs" },
          ),
        ],
        { layout: "horizontal", spacing: "md" },
      ),
      { type: "separator" },
    ];
  });
  const last = addDays(from, 6);
  const contents = [
    textPart(title, { bold: true }),
    ...(rows.length === 0
      ? [
          textPart(say(WORDS.nothing, language)),
          textPart(following(here, last), { size: "sm", color: MUTED }),
        ]
      : rows),
    ...putOutBy(here),
    where(here),
  ];
  const spoken = days.flatMap((day) => {
    const kinds = kindsOn(books.calendar, area, day);
    return kinds.length > 0 ? [`${dateWords(day, language)} ${kindsWords(scene, kinds)}`] : [];
  });
  return card([title, ...spoken].join("\n"), [bubble(contents, buttonsOf(scene, asked))]);
}

/** The calendar's kinds that a resident's words mean: called so, or taken together with a category called so. */
export function kindsNamed(books: Books, said: string): string[] {
  const typed = fold(said);
  if (typed === "") return [];
  const names = [
    ...books.calendar.kinds.map((kind) => ({ label: kind.label, kinds: [kind.key] })),
    ...books.categories.map((one) => ({ label: one.label, kinds: one.collectedAs })),
  ];
  const found = (is: (name: string) => boolean) => [
    ...new Set(names.filter((one) => everyWording(one.label).map(fold).some(is)).flatMap((one) => one.kinds)),
  ];
  const same = found((name) => name === typed);
  return same.length > 0 ? same : found((name) => name.includes(typed));
}

/** The next three days of some kinds. */
function kindsCard(
  here: Here,
  title: string,
  color: string,
  kinds: readonly string[],
  asked: Asked,
): FlexMessage {
  const { scene, area } = here;
  const { books, language, today } = scene;
  const days = nextDays(books.calendar, area, kinds, firstDay(scene), 3);
  const missed = missedWords(scene, area, kinds);
  const lines = days.map((day) => `${dateWords(day, language)}（${distanceWords(today, day, language)}）`);
  const contents = [
    tagPart(title, color),
    ...(missed === null ? [] : [textPart(missed, { size: "sm" })]),
    textPart(say(WORDS.nextCollection, language), { size: "sm", color: MUTED }),
    ...(lines.length === 0 ? [textPart(say(WORDS.none, language))] : []),
    ...lines.map((line, i) => textPart(line, i === 0 ? { size: "lg", bold: true, color: BLUE } : {})),
    ...putOutBy(here),
    ...remarks(here, kinds),
    where(here),
  ];
  const spoken = [title, missed, ...lines].filter((line) => line !== null);
  return card(spoken.join("\n"), [bubble(contents, buttonsOf(scene, asked))]);
}

/** How many days ahead of today is the one that is asked about: the next with that weekday, or next week's. */
function aheadOf(today: string, asked: Extract<Asked, { kind: "day" | "weekday" }>): number {
  if (asked.kind === "day") return asked.ahead;
  return asked.next
    ? daysToMonday(today) + ((asked.weekday + 6) % 7)
    : (asked.weekday - weekdayOf(today) + 7) % 7;
}

/** The answer to a question about days, for an area that is known. `unknown`: words that name no kind. */
export function daysCard(
  scene: Scene,
  area: CalendarArea,
  asked: Asked,
): { card: FlexMessage; unknown: string | null } {
  const here = { scene, area };
  const { books, language, today } = scene;
  const week: Asked = { kind: "week", next: false };
  const plain = (message: FlexMessage) => ({ card: message, unknown: null });
  switch (asked.kind) {
    case "day":
    case "weekday": {
      const day = addDays(today, aheadOf(today, asked));
      const kinds = asked.of === undefined ? [] : kindsNamed(books, asked.of);
      return {
        card: dayCard(here, day, asked, kinds),
        unknown: kinds.length > 0 ? null : (asked.of ?? null),
      };
    }
    case "week":
      return plain(
        weekCard(here, asked.next ? addDays(today, daysToMonday(today)) : today, asked, asked.next),
      );
    case "category": {
      const category = books.categories.find((one) => one.key === asked.key);
      if (!category) return plain(weekCard(here, today, week, false));
      return plain(
        kindsCard(here, say(category.label, language), category.color, category.collectedAs, asked),
      );
    }
    case "words": {
      const kinds = kindsNamed(books, asked.words);
      const [first] = kinds;
      if (first === undefined) return { card: weekCard(here, today, week, false), unknown: asked.words };
      return plain(
        kindsCard(
          here,
          cutUnits(kindsWords(scene, kinds), 100),
          kindLook(books, first, language).color,
          kinds,
          asked,
        ),
      );
    }
  }
}
