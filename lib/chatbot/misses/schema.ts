import { z } from "zod";
import { cleanText } from "@/lib/core/text";
import { ENTRY_LIMITS } from "../entries/form";
import { MOST_MISSES, REASON_MAX } from "./limits";

/** What a question is kept under in `bot_misses`. */
export const foldedList = z.array(z.string().min(1).max(400)).min(1).max(MOST_MISSES);

const words = z
  .array(
    z
      .string()
      .transform((text) => cleanText(text).replace(/\s+/g, " "))
      .refine((text) => text !== "", "入力してください。")
      .refine(
        (text) => text.length <= ENTRY_LIMITS.synonym,
        `${ENTRY_LIMITS.synonym}文字までにしてください。`,
      ),
  )
  .min(1, "覚えさせる言葉を、1つは入れてください。")
  .max(MOST_MISSES);

/** An entry of the draft by its book and key. */
const target = z.object({ book: z.enum(["faq", "garbage"]), key: z.string().min(1).max(300) });

export const teachInput = z.object({ folded: foldedList, target, words });
export const leaveInput = z.object({
  folded: foldedList,
  reason: z
    .string()
    .transform(cleanText)
    .refine((text) => text !== "", "理由を書いてください。")
    .refine((text) => text.length <= REASON_MAX, `${REASON_MAX}文字までにしてください。`),
});
export const reopenInput = z.object({ folded: foldedList });
export const findTargetsInput = z.object({ text: z.string().max(200) });
