import { z } from "zod";

/** What a resident does in the talk, as the phone page asks for it. Limits are LINE's for what people send. */
const params = z.union([
  z.object({ date: z.string().max(20) }).strict(),
  z.object({ time: z.string().max(20) }).strict(),
  z.object({ datetime: z.string().max(30) }).strict(),
]);

export const act = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string().min(1).max(5000) }),
  z.object({
    kind: z.literal("postback"),
    data: z.string().max(300),
    displayText: z.string().max(300).optional(),
    params: params.optional(),
    messageId: z.string().max(64).optional(),
  }),
  z.object({
    kind: z.literal("location"),
    title: z.string().max(100).optional(),
    address: z.string().max(100).optional(),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.object({ kind: z.literal("sticker") }),
  z.object({ kind: z.literal("switch"), richMenuAliasId: z.string().max(32), data: z.string().max(300) }),
  z.object({ kind: z.literal("unsend"), messageId: z.string().max(64) }),
  z.object({ kind: z.literal("click"), uri: z.string().min(1).max(2000) }),
  z.object({ kind: z.literal("follow") }),
  z.object({ kind: z.literal("block") }),
  z.object({ kind: z.literal("unblock") }),
]);
export type Act = z.infer<typeof act>;

export const newResident = z.object({
  name: z.string().trim().min(1).max(40),
  language: z.enum(["ja", "en", "zh-TW", "ko", "vi"]).nullable(),
});
export type NewResident = z.infer<typeof newResident>;

/** A photo as a resident may send it. LINE shrinks larger ones itself; ours only has to be safe from floods. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
export const MAX_PHOTOS = 10;
/** Whole upload: ten photos at their largest would be more than anyone sends by hand. */
export const MAX_UPLOAD_BYTES = 60 * 1024 * 1024;
