import { z } from "zod";
import { SPOKEN } from "@/db/enums";
import { cleanText } from "@/lib/core/text";
import { parseIsoDate } from "@/lib/core/time";
import { ANSWER_KINDS, answerSchema } from "../answer";
import type { StoredEntry } from "../books/queries";

/** Ours: LINE puts a title on a button of 20 graphemes, cut; a whole question stays readable in a list. */
export const ENTRY_LIMITS = { title: 60, reading: 100, synonym: 60, synonyms: 100 } as const;

const upTo = (max: number) => `${max}文字までにしてください。`;
const short = (max: number) =>
  z
    .string()
    .transform((text) => cleanText(text).replace(/\s+/g, " "))
    .refine((text) => text.length <= max, upTo(max));

const day = z
  .string()
  .nullable()
  .refine((text) => text === null || parseIsoDate(text) !== null, "日付の形が正しくありません。");

/** One entry of keywords and FAQ as it is saved. */
export const entrySchema = z
  .object({
    kind: z.enum(["keyword", "faq"]),
    title: short(ENTRY_LIMITS.title).refine((text) => text !== "", "入力してください。"),
    reading: short(ENTRY_LIMITS.reading)
      .nullable()
      .transform((text) => text || null),
    synonyms: z
      .array(short(ENTRY_LIMITS.synonym))
      .max(ENTRY_LIMITS.synonyms, `${ENTRY_LIMITS.synonyms}個までにしてください。`)
      .transform((words) => [...new Set(words.filter((word) => word !== ""))]),
    category: z.string().max(60).nullable(),
    answer: answerSchema,
    validFrom: day,
    validUntil: day,
    sectionId: z.number().int().positive().nullable(),
    reviewedOn: day,
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil, {
    path: ["validUntil"],
    message: "終わりの日は、始まりの日と同じか、あとにしてください。",
  });
export type EntryInput = z.output<typeof entrySchema>;

/** Words in every language while they are typed; an empty one is left out when it is saved. */
const wordings = z.record(z.enum(SPOKEN), z.string());
export type Wordings = z.infer<typeof wordings>;
export const NO_WORDS: Wordings = { ja: "", easy: "", en: "", zh: "", ko: "" };

/** The answer on the screen. It holds the fields of every kind, so that trying another kind loses nothing. */
const typedAnswerSchema = z.object({
  kind: z.enum(ANSWER_KINDS),
  text: wordings,
  title: wordings,
  address: wordings,
  label: wordings,
  mediaId: z.string().nullable(),
  buttons: z.array(z.object({ label: wordings, uri: z.string() })),
  point: z.object({ lat: z.number(), lng: z.number() }).nullable(),
  url: z.string(),
  start: z.string(),
});
export type TypedAnswer = z.infer<typeof typedAnswerSchema>;

/** An entry on the screen, in whatever state: also what a browser keeps of one that was not saved. */
export const typedEntrySchema = z.object({
  kind: z.enum(["keyword", "faq"]),
  title: z.string(),
  reading: z.string(),
  synonyms: z.array(z.string()),
  category: z.string().nullable(),
  answer: typedAnswerSchema,
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  sectionId: z.number().nullable(),
  reviewedOn: z.string().nullable(),
});
export type TypedEntry = z.infer<typeof typedEntrySchema>;

export const NEW_ENTRY: TypedEntry = {
  kind: "faq",
  title: "",
  reading: "",
  synonyms: [],
  category: null,
  answer: {
    kind: "text",
    text: NO_WORDS,
    title: NO_WORDS,
    address: NO_WORDS,
    label: NO_WORDS,
    mediaId: null,
    buttons: [],
    point: null,
    url: "",
    start: "",
  },
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
};

const written = (words: Wordings) =>
  Object.fromEntries(
    SPOKEN.map((spoken) => [spoken, cleanText(words[spoken])] as const).filter(
      ([spoken, text]) => spoken === "ja" || text !== "",
    ),
  );

/** What would be saved as the answer, checked or not. */
export function answerCandidate(typed: TypedAnswer): object {
  const { kind, mediaId, point, start } = typed;
  const text = written(typed.text);
  switch (kind) {
    case "text":
      return { kind, text };
    case "card":
      return {
        kind,
        title: written(typed.title),
        text,
        mediaId,
        buttons: typed.buttons.map(({ label, uri }) => ({ label: written(label), uri: uri.trim() })),
      };
    case "image":
      return { kind, mediaId, text };
    case "location":
      return { kind, text, title: written(typed.title), address: written(typed.address), point };
    case "link":
      return { kind, text, label: written(typed.label), url: typed.url.trim() };
    case "scenario":
      return { kind, text, label: written(typed.label), start };
  }
}

export const entryCandidate = (typed: TypedEntry): object => ({
  ...typed,
  answer: answerCandidate(typed.answer),
});

const typedWords = (text: object | undefined): Wordings => ({ ...NO_WORDS, ...text });

function typedAnswer(value: unknown): TypedAnswer {
  const read = answerSchema.safeParse(value);
  if (!read.success) return NEW_ENTRY.answer;
  const answer = read.data;
  return {
    ...NEW_ENTRY.answer,
    kind: answer.kind,
    text: typedWords(answer.text),
    title: typedWords("title" in answer ? answer.title : undefined),
    address: typedWords("address" in answer ? answer.address : undefined),
    label: typedWords("label" in answer ? answer.label : undefined),
    mediaId: "mediaId" in answer ? answer.mediaId : null,
    buttons:
      "buttons" in answer ? answer.buttons.map(({ label, uri }) => ({ label: typedWords(label), uri })) : [],
    point: "point" in answer ? answer.point : null,
    url: "url" in answer ? answer.url : "",
    start: "start" in answer ? answer.start : "",
  };
}

/** A stored entry as the editor shows it. */
export const typedEntry = (entry: StoredEntry): TypedEntry => ({
  kind: entry.kind === "keyword" ? "keyword" : "faq",
  title: entry.title,
  reading: entry.reading ?? "",
  synonyms: entry.synonyms,
  category: entry.category,
  answer: typedAnswer(entry.answer),
  validFrom: entry.validFrom,
  validUntil: entry.validUntil,
  sectionId: entry.sectionId,
  reviewedOn: entry.reviewedOn,
});
