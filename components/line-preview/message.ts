import { z } from "zod";
import { readAction } from "./action";
import type { DrawnBody, DrawnMessage } from "./drawn";
import { readFlex } from "./flex";
import { readImagemap, readTemplate } from "./template-message";

const text = z.string().catch("");
const number = z.number().catch(0);

const simple = {
  text: z.object({ text }).transform((m): DrawnBody => ({ type: "text", text: m.text })),
  image: z.object({ originalContentUrl: z.string(), previewImageUrl: z.string().optional() }).transform(
    (m): DrawnBody => ({
      type: "image",
      url: m.originalContentUrl,
      previewUrl: m.previewImageUrl ?? m.originalContentUrl,
    }),
  ),
  video: z
    .object({ previewImageUrl: text })
    .transform((m): DrawnBody => ({ type: "video", previewUrl: m.previewImageUrl })),
  audio: z
    .object({ duration: number })
    .transform((m): DrawnBody => ({ type: "audio", durationMs: m.duration })),
  file: z
    .object({ fileName: text, fileSize: number })
    .transform((m): DrawnBody => ({ type: "file", name: m.fileName, sizeBytes: m.fileSize })),
  sticker: z
    .object({ packageId: text, stickerId: text, keywords: z.array(z.string()).catch([]) })
    .transform((m): DrawnBody => ({ type: "sticker", ...m })),
  location: z.object({ title: text, address: text, latitude: z.number(), longitude: z.number() }).transform(
    (m): DrawnBody => ({
      type: "location",
      title: m.title,
      address: m.address,
      lat: m.latitude,
      lng: m.longitude,
    }),
  ),
};

function readBody(type: string, value: unknown): DrawnBody | null {
  if (type === "textV2") return readBody("text", value);
  if (type === "template") return readTemplate(value);
  if (type === "imagemap") return readImagemap(value);
  if (type === "flex") {
    const parsed = z.object({ altText: text, contents: z.unknown() }).safeParse(value);
    const contents = parsed.success ? readFlex(parsed.data.contents) : null;
    return parsed.success && contents ? { type: "flex", altText: parsed.data.altText, contents } : null;
  }
  if (!Object.hasOwn(simple, type)) return null;
  const parsed = simple[type as keyof typeof simple].safeParse(value);
  return parsed.success ? parsed.data : null;
}

const envelope = z.object({
  type: z.string().catch(""),
  altText: text,
  quickReply: z
    .object({
      items: z.array(z.object({ imageUrl: z.string().optional().catch(undefined), action: z.unknown() })),
    })
    .optional()
    .catch(undefined),
  sender: z.object({ name: z.string() }).optional().catch(undefined),
});

/** Reads any LINE message object, sent or received. Never throws. */
export function readMessage(value: unknown): DrawnMessage {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) return { type: "unknown", name: "", altText: "", quickReplies: [] };
  const { type, altText, quickReply, sender } = parsed.data;
  const body = readBody(type, value) ?? { type: "unknown" as const, name: type, altText };
  const quickReplies = (quickReply?.items ?? []).map((item) => ({
    ...item,
    action: readAction(item.action),
  }));
  return { ...body, quickReplies, senderName: sender?.name };
}
