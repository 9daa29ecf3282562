import { z } from "zod";
import { QUESTION_KEYS, TRAITS } from "@/db/enums";
import { cleanText, graphemes } from "@/lib/core/text";
import { parseIsoDate } from "@/lib/core/time";

const MOST = { label: 20, description: 40, prompt: 60, note: 120 } as const;

const within = (max: number) =>
  z
    .string()
    .transform((text) => cleanText(text).replace(/\s+/g, " "))
    .refine((text) => graphemes(text) <= max, `${max}文字までにしてください。`);
const filled = (max: number) => within(max).refine((text) => text !== "", "入力してください。");

/** Japanese is required; a language left empty falls back to another. */
const local = (max: number) =>
  z
    .object({
      ja: filled(max),
      easy: within(max).optional(),
      en: within(max * 2).optional(),
      zh: within(max).optional(),
      ko: within(max).optional(),
    })
    .transform(({ ja, ...others }) => ({
      ja,
      ...Object.fromEntries(Object.entries(others).filter(([, text]) => text)),
    }));
const localOrNone = (max: number) =>
  z
    .object({
      ja: within(max),
      easy: within(max).optional(),
      en: within(max * 2).optional(),
      zh: within(max).optional(),
      ko: within(max).optional(),
    })
    .refine(({ ja, ...others }) => ja !== "" || Object.values(others).every((text) => !text), {
      path: ["ja"],
      message: "ほかの言葉だけを入れることはできません。日本語も入れてください。",
    })
    .transform(({ ja, ...others }) =>
      ja === "" ? null : { ja, ...Object.fromEntries(Object.entries(others).filter(([, text]) => text)) },
    );

const day = z
  .string()
  .nullable()
  .transform((text, issue) => {
    if (text === null || text === "") return null;
    const at = parseIsoDate(text);
    if (at === null) issue.addIssue({ code: "custom", message: "日付の形が正しくありません。" });
    return at;
  });

const bit = z.number().int().min(0).max(59);
/** When the row was last changed, as the page showed it: an edit of another person in between is not undone. */
const seen = z.iso.datetime();

export const interestSchema = z
  .object({
    /** null: a new one. */
    bit: bit.nullable(),
    seen: seen.nullable(),
    label: local(MOST.label),
    description: localOrNone(MOST.description),
    icon: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .nullable(),
    validFrom: day,
    /** The last day on which it is shown. */
    validUntil: day,
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil, {
    path: ["validUntil"],
    message: "終わりの日は、始まりの日と同じか、あとにしてください。",
  });
export const interestKeySchema = z.object({ bit });
const direction = z.enum(["up", "down"]);
export const moveInterestSchema = z.object({ bit, direction });

const key = z.enum(QUESTION_KEYS);
export const questionSchema = z.object({
  key,
  seen,
  prompt: local(MOST.prompt),
  note: localOrNone(MOST.note),
  isAsked: z.boolean(),
});
export const moveQuestionSchema = z.object({ key, direction });

const trait = z.enum(TRAITS);
const code = z.number().int().min(1).max(32_000);
export const optionSchema = z.object({ trait, code: code.nullable(), label: local(MOST.label) });
export const optionKeySchema = z.object({ trait, code });
export const moveOptionSchema = z.object({ trait, code, direction });
