import { z } from "zod";
import { localText } from "@/lib/scenarios/schema";

/** A subject of questions, as residents see it on a button: at most 20 graphemes. */
const topic = z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), label: localText });
export type Topic = z.infer<typeof topic>;

/** What belongs to the book of keywords and FAQ as a whole. */
export const faqContent = z.object({
  /** In the order of the buttons. LINE takes 13; one more place is kept free. */
  topics: z.array(topic).max(12).default([]),
  /** Key of the city profile's phone that a resident may ring instead; null: the first. */
  phoneKey: z.string().nullable().default(null),
});
export type FaqContent = z.infer<typeof faqContent>;
