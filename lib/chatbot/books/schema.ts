import { z } from "zod";
import { BOOKS } from "@/db/enums";
import { cleanText } from "@/lib/core/text";

const book = z.enum(BOOKS);
const versionId = z.number().int().positive();
/** The draft's `updatedAt`, as the page showed it. */
const seenAt = z.iso.datetime().transform((text) => new Date(text));

export const NOTE_MAX = 200;
const note = z
  .string()
  .transform(cleanText)
  .refine((text) => text.length <= NOTE_MAX, `${NOTE_MAX}文字までにしてください。`);

/** `liveId`: what the page showed as live; null: nothing was. */
export const publishInput = z.object({ book, seenAt, liveId: versionId.nullable(), note });
export const rollBackInput = z.object({ book, versionId, liveId: versionId, note });
export const discardInput = z.object({ book, seenAt });
export const compareInput = z.object({ book, versionId });
