import { z } from "zod";
import { BROADCAST_KINDS } from "@/db/enums";
import { cleanText } from "@/lib/core/text";
import { ruleSchema } from "./rule";

const name = z
  .string()
  .transform(cleanText)
  .pipe(z.string().min(1, "名前を入れてください").max(60, "名前は60文字までです"));

export const countInput = z.object({ rule: ruleSchema, kind: z.enum(BROADCAST_KINDS) });
export type CountInput = z.output<typeof countInput>;

/** `revision` null: a new one. The id is made by the page, so that sending it twice makes one segment. */
export const saveSegmentInput = z.object({
  id: z.uuid(),
  revision: z.number().int().min(1).nullable(),
  name,
  rule: ruleSchema,
});
export type SaveSegmentInput = z.output<typeof saveSegmentInput>;

export const archiveSegmentInput = z.object({ id: z.uuid(), revision: z.number().int().min(1) });
export type ArchiveSegmentInput = z.output<typeof archiveSegmentInput>;

/** A receipt number, or the code that a resident can show. */
export const askedWho = z
  .string()
  .transform(cleanText)
  .pipe(z.string().min(1, "受付番号かコードを入れてください").max(40));

/** A saved segment only: whoever could ask any rule about anybody would read a whole profile answer by answer. */
export const explainInput = z.object({ segmentId: z.uuid(), who: askedWho });
export type ExplainInput = z.output<typeof explainInput>;
