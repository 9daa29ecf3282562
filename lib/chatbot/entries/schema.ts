import { z } from "zod";
import { graphemes } from "@/lib/core/text";
import { faqContent } from "../faq/content";
import { MOST_MISSES } from "../misses/limits";
import { entrySchema } from "./form";

const key = z.string().min(1).max(100);
/** The entry's `updatedAt` as the page showed it. */
const seen = z.iso.datetime();

/** `key` and `seen` null: a new one. */
export const saveEntryInput = z.object({
  key: key.nullable(),
  seen: seen.nullable(),
  entry: entrySchema,
  /** Unanswered questions that it answers: settled with it. */
  misses: z.array(z.string().min(1).max(400)).max(MOST_MISSES).default([]),
});
export const removeEntryInput = z.object({ key, seen });
export const revertEntryInput = z.object({ key });

/** Of a quick reply. */
const LABEL_MAX = 20;
const written = faqContent.refine(
  ({ topics }) =>
    topics.every(({ label }) =>
      Object.values(label).every((text) => text === undefined || graphemes(text) <= LABEL_MAX),
    ),
  `話題のボタンは${LABEL_MAX}文字までにしてください。`,
);

/** `was`: the content as the page showed it. */
export const saveContentInput = z.object({ was: faqContent, content: written });
