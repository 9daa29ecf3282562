import { z } from "zod";

/** A picture the phone shows, as its query says it. Pure; also makes the addresses the phone uses. */
export const pictureQuery = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("content"), messageId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }),
  z.object({ kind: z.literal("rich-menu"), richMenuId: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/) }),
  z.object({ kind: z.literal("media"), url: z.url({ protocol: /^https$/ }).max(2000) }),
]);
export type PictureQuery = z.infer<typeof pictureQuery>;

export const pictureAddress = (query: PictureQuery): string =>
  `/sandbox/api/picture?${new URLSearchParams(query).toString()}`;

/** SVG can carry scripts and is no photo: only what a camera or LINE itself makes. */
export const isPictureType = (contentType: string): boolean =>
  /^image\/(jpeg|png|gif|webp)\s*(;|$)/i.test(contentType);
