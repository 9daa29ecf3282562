import { z } from "zod";
import { checkLink } from "@/lib/broadcasts/link";
import { graphemes } from "@/lib/core/text";
import { localText } from "@/lib/scenarios/schema";

/**
 * LINE's limits for what an answer is made of, in LINE's units (graphemes on labels, UTF-16 units elsewhere), and ours
 * below them: a card's words stay far from a bubble's 30 KB, and a text leaves room for the sentence that follows it.
 */
export const ANSWER_LIMITS = {
  text: 2000,
  cardTitle: 80,
  cardText: 1000,
  cardButtons: 4,
  label: 20,
  place: 100,
} as const;

const units = (text: string): number => text.length;

/** Words for residents, each wording at most so long. */
const limited = (max: number, count: (text: string) => number = units) =>
  localText.superRefine((text, check) => {
    for (const [language, wording] of Object.entries(text)) {
      const actual = wording === undefined ? 0 : count(wording);
      if (actual > max) {
        check.addIssue({
          code: "custom",
          path: [language],
          message: `${max}文字までにしてください（いま${actual}文字）。`,
        });
      }
    }
  });

const link = (only: "https" | "any") =>
  z.string().superRefine((uri, check) => {
    const problem = checkLink(uri);
    if (problem || (only === "https" && !uri.startsWith("https:"))) {
      check.addIssue({
        code: "custom",
        message: "https:// で始まるアドレスを、空白や日本語を含まない形で入れてください。",
      });
    }
  });

const button = z.object({
  label: limited(ANSWER_LIMITS.label, graphemes),
  /** A page, or a phone number (tel:). */
  uri: link("any"),
});

export const answerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: limited(ANSWER_LIMITS.text) }),
  z.object({
    kind: z.literal("card"),
    title: limited(ANSWER_LIMITS.cardTitle, graphemes),
    text: limited(ANSWER_LIMITS.cardText, graphemes),
    mediaId: z.uuid().nullable(),
    buttons: z.array(button).max(ANSWER_LIMITS.cardButtons),
  }),
  /** LINE reads no words out for a picture: what it shows is said beside it. */
  z.object({ kind: z.literal("image"), mediaId: z.uuid(), text: limited(ANSWER_LIMITS.text) }),
  z.object({
    kind: z.literal("location"),
    text: limited(ANSWER_LIMITS.text),
    title: limited(ANSWER_LIMITS.place),
    address: limited(ANSWER_LIMITS.place),
    point: z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }),
  }),
  z.object({
    kind: z.literal("link"),
    text: limited(ANSWER_LIMITS.cardText, graphemes),
    label: limited(ANSWER_LIMITS.label, graphemes),
    url: link("https"),
  }),
  /** `start`: as in a menu's `start=report.road`. */
  z.object({
    kind: z.literal("scenario"),
    text: limited(ANSWER_LIMITS.cardText, graphemes),
    label: limited(ANSWER_LIMITS.label, graphemes),
    start: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}(\.[a-z][a-z0-9-]{0,39})?$/, "始める流れを選んでください。"),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;
export const ANSWER_KINDS = [
  "text",
  "card",
  "image",
  "location",
  "link",
  "scenario",
] as const satisfies readonly Answer["kind"][];
export type AnswerKind = Answer["kind"];

/** What an answer says in Japanese, for lists and searches. */
export const answerWords = (answer: Answer): string => answer.text.ja;

/** What an answer says in all its wordings, line by line, for the matcher; empty for one that can no longer be read. */
export function everyWording(answer: unknown): string {
  const read = answerSchema.safeParse(answer);
  if (!read.success) return "";
  const titles = "title" in read.data ? Object.values(read.data.title) : [];
  return [...titles, ...Object.values(read.data.text)].join("\n");
}
