import { z } from "zod";
import { REPORT_STATUSES } from "@/db/enums";
import { isPoint } from "@/lib/core/geo";
import { cleanText } from "@/lib/core/text";
import { MAX_MESSAGE_UNITS } from "./messages";
import { parseReportNumber } from "./number";

/** What forms about one report send. Texts are cleaned here, so that commands meet no control characters. */

const number = z.string().transform((text, ctx) => {
  const parsed = parseReportNumber(text);
  if (parsed) return parsed;
  ctx.addIssue({ code: "custom", message: "受付番号を確かめてください。例: R8-000123" });
  return z.NEVER;
});
const cleaned = (maxUnits: number) =>
  z
    .string()
    .max(maxUnits, `${maxUnits.toLocaleString("ja-JP")}文字までで入力してください。`)
    .transform(cleanText);
const written = (maxUnits: number, message: string) => cleaned(maxUnits).refine((t) => t !== "", message);

/** `revision` is the one the person saw; `requestKey` is made once a form, so that sending it twice counts once. */
const base = { number, requestKey: z.uuid() };
const seen = { ...base, revision: z.number().int().positive() };

export const changeStatusInput = z.object({
  ...seen,
  to: z.enum(REPORT_STATUSES),
  reason: cleaned(1000).optional(),
  /** Number of the report that this one repeats; as typed. */
  duplicateOf: z.string().max(40).optional(),
  message: z.discriminatedUnion("tell", [
    z.object({
      tell: z.literal(true),
      text: written(MAX_MESSAGE_UNITS, "住民へのメッセージを入力してください。"),
    }),
    z.object({
      tell: z.literal(false),
      silentReason: written(200, "知らせない理由を入力してください。"),
    }),
  ]),
});
export type ChangeStatusInput = z.output<typeof changeStatusInput>;

export const sendMessageInput = z.object({
  ...base,
  text: written(MAX_MESSAGE_UNITS, "住民へのメッセージを入力してください。"),
});
export type SendMessageInput = z.output<typeof sendMessageInput>;

export const noteInput = z.object({ ...base, text: written(4000, "メモを入力してください。") });
export type NoteInput = z.output<typeof noteInput>;

export const assignInput = z.object({
  ...seen,
  sectionId: z.number().int().positive().nullable(),
  assigneeId: z.number().int().positive().nullable(),
});
export type AssignInput = z.output<typeof assignInput>;

export const priorityInput = z.object({ ...seen, priority: z.enum(["normal", "high"]) });
export type PriorityInput = z.output<typeof priorityInput>;

export const placeInput = z.object({
  ...seen,
  point: z
    .object({ lat: z.number(), lng: z.number() })
    .refine(isPoint, "緯度と経度を確かめてください。")
    .nullable(),
});
export type PlaceInput = z.output<typeof placeInput>;

export const hidePhotoInput = z.object({
  ...base,
  photoId: z.uuid(),
  reason: written(200, "表示しない理由を入力してください。"),
});
export type HidePhotoInput = z.output<typeof hidePhotoInput>;
