import { z } from "zod";

/** The words of an entry as they are typed; `key` null: a new one. Too many or too long are not compared. */
export const overlapsInput = z.object({
  key: z.string().max(300).nullable(),
  kind: z.enum(["keyword", "faq"]),
  title: z.string().max(500),
  reading: z.string().max(500),
  synonyms: z.array(z.string().max(500)).max(200),
});
