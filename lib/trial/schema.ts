import { z } from "zod";
import { SPOKEN } from "@/db/enums";
import { ENTRY_LIMITS } from "@/lib/chatbot/entries/form";

/** A resident's text is at most 5,000 UTF-16 units. */
const TEXT_MAX = 5000;
const words = z.string().max(500);

/** An entry as it is being typed, whatever state it is in. */
const typedEntry = z.object({
  key: z.string().max(300).nullable(),
  kind: z.enum(["keyword", "faq"]),
  title: words,
  reading: words,
  synonyms: z.array(words).max(ENTRY_LIMITS.synonyms * 2),
  category: z.string().max(60).nullable(),
  /** Checked when it is answered with. */
  answer: z.unknown(),
});

export const tryInput = z.object({
  /** What is asked, or the data of a button that was pressed. */
  asked: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("text"), text: z.string().max(TEXT_MAX) }),
    z.object({ kind: z.literal("tap"), data: z.string().max(300) }),
  ]),
  which: z.enum(["draft", "live"]),
  language: z.enum(SPOKEN),
  /** Takes the place of the draft's entry of the same key. */
  entry: typedEntry.nullable().default(null),
});
export type TryInput = z.output<typeof tryInput>;
