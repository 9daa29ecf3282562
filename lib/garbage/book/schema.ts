import { z } from "zod";
import { cleanText } from "@/lib/core/text";
import { parseIsoDate } from "@/lib/core/time";
import { garbageKey } from "../categories";
import { ITEM_LIMITS } from "../import/items";
import { readRule } from "../rule";

const line = (max: number) =>
  z
    .string()
    .transform((text) => cleanText(text).replace(/\s+/g, " "))
    .refine((text) => text.length <= max, `${max}文字までにしてください。`);
const filled = (max: number) => line(max).refine((text) => text !== "", "入力してください。");
const text = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .refine((words) => words.length <= max, `${max}文字までにしてください。`);
/** One a line, or separated by 「、」. */
const list = (many: number, max: number) =>
  text(many * (max + 1))
    .transform((words) => [
      ...new Set(
        words
          .split(/[\n、,，]/)
          .map((word) => word.trim())
          .filter((word) => word !== ""),
      ),
    ])
    .refine(
      (words) => words.length <= many && words.every((word) => word.length <= max),
      `${many}個まで、1つ${max}文字までにしてください。`,
    );

type Wordings = { ja: string; [spoken: string]: string | undefined };
const compact = ({ ja, ...others }: Wordings) => ({
  ja,
  ...Object.fromEntries(Object.entries(others).filter(([, words]) => words)),
});
const local = (max: number) => {
  const other = text(max * 2).optional();
  return z.object({ ja: filled(max), easy: other, en: other, zh: other, ko: other }).transform(compact);
};
const localOrNone = (max: number) => {
  const other = text(max * 2).optional();
  return z
    .object({ ja: text(max), easy: other, en: other, zh: other, ko: other })
    .refine(({ ja, ...others }) => ja !== "" || Object.values(others).every((words) => !words), {
      path: ["ja"],
      message: "ほかの言葉だけを入れることはできません。日本語も入れてください。",
    })
    .transform((wordings) => (wordings.ja === "" ? null : compact(wordings)));
};

const key = z.string().min(1).max(80);
/** lib/garbage/book/print.ts of what the form was opened with; null: a new one. */
const seen = z.string().max(40);

export const itemInput = z.object({
  key: key.nullable(),
  /** The entry's `updatedAt`, as the page showed it. */
  seen: z.iso.datetime().nullable(),
  title: filled(ITEM_LIMITS.title),
  reading: line(ITEM_LIMITS.reading),
  synonyms: list(ITEM_LIMITS.synonyms, ITEM_LIMITS.synonym),
  category: z.string().min(1, "区分を選んでください。").max(80),
  note: text(ITEM_LIMITS.note),
});
export const itemGone = z.object({ key, seen: z.iso.datetime() });

export const categoryInput = z.object({
  key: garbageKey.nullable(),
  seen: seen.nullable(),
  label: local(40),
  howTo: localOrNone(600),
  icon: z.string().regex(/^[a-z0-9-]{1,40}$/),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "#c8102e のように、6けたの色で入れてください。")
    .transform((color) => color.toLowerCase()),
  collectedAs: z.array(garbageKey).max(10),
});
export const categoryGone = z.object({ key: garbageKey, seen });

const cell = text(2_000).refine(
  (words) => readRule(words).ok,
  "収集日として読めません。書き方の例を見て直してください。",
);
const cells = z.record(garbageKey, cell);
export const areaInput = z.object({
  key: garbageKey.nullable(),
  seen: seen.nullable(),
  name: filled(60),
  group: line(60),
  also: list(60, 60),
  center: line(60),
  cells,
  notes: z.record(garbageKey, text(500)),
});
export const areaGone = z.object({ key: garbageKey, seen });

export const kindInput = z.object({
  key: garbageKey.nullable(),
  seen: seen.nullable(),
  label: local(40),
  onHolidays: z.boolean(),
});
export const kindGone = z.object({ key: garbageKey, seen });

const day = z
  .string()
  .transform((words) => words.trim())
  .refine((words) => parseIsoDate(words) !== null, "日付を選んでください。");
/** Nothing, or a day. */
const dayOrNone = z
  .string()
  .transform((words) => words.trim())
  .refine((words) => words === "" || parseIsoDate(words) !== null, "日付を選んでください。");
const kinds = z.array(garbageKey).max(100);
/** Without an end: that day only. */
export const suspensionInput = z
  .object({ seen: seen.nullable(), from: day, until: dayOrNone, center: line(60), kinds })
  .transform((one) => ({ ...one, until: one.until || one.from }))
  .refine((one) => one.from <= one.until, {
    path: ["until"],
    message: "始まりの日と同じか、あとの日にしてください。",
  });
export const extraInput = z.object({
  seen: seen.nullable(),
  date: day,
  kinds: kinds.min(1, "種類を1つ以上選んでください。"),
  /** Names of areas or of whole groups; none: everywhere. */
  areas: list(500, 120),
});
export const dayGone = z.object({ seen });
export const putOutByInput = z.object({
  seen,
  time: z
    .string()
    .transform((words) => words.normalize("NFKC").trim())
    .refine(
      (words) => words === "" || /^([01]?\d|2[0-3]):[0-5]\d$/.test(words),
      "8:30 のように入れてください。",
    )
    .transform((words) => (words === "" ? null : words.padStart(5, "0"))),
});
