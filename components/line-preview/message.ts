import { z } from "zod";
import { readAction, type TalkAction } from "./action";
import { type FlexContainer, readFlex } from "./flex";

/**
 * One LINE message object, read for drawing. Reading never fails: what cannot be drawn becomes `unknown`, with its alt
 * text when it has one, because the talk must stay readable whatever was sent.
 */
export type DrawnMessage = DrawnBody & { quickReplies: QuickReply[]; senderName?: string };
export type QuickReply = { action: TalkAction; imageUrl?: string };

export type DrawnBody =
  | { type: "text"; text: string }
  | { type: "image"; url: string; previewUrl: string }
  | { type: "video"; previewUrl: string }
  | { type: "audio"; durationMs: number }
  | { type: "file"; name: string; sizeBytes: number }
  | { type: "sticker"; packageId: string; stickerId: string; keywords: string[] }
  | { type: "location"; title: string; address: string; lat: number; lng: number }
  | { type: "imagemap"; baseUrl: string; altText: string; width: number; height: number; areas: Area[] }
  | { type: "buttons"; altText: string; column: Column }
  | { type: "confirm"; altText: string; text: string; actions: TalkAction[] }
  | { type: "carousel"; altText: string; columns: Column[] }
  | { type: "imageCarousel"; altText: string; columns: { imageUrl: string; action: TalkAction }[] }
  | { type: "flex"; altText: string; contents: FlexContainer }
  | { type: "unknown"; name: string; altText: string };

export type Column = {
  imageUrl?: string;
  imageShape: "rectangle" | "square";
  imageFit: "cover" | "contain";
  title?: string;
  text: string;
  defaultAction?: TalkAction;
  actions: TalkAction[];
};

/** A tappable part of an image: pixels of the base size. */
export type Area = { x: number; y: number; width: number; height: number; action: TalkAction };

const text = z.string().catch("");
const number = z.number().catch(0);
const actions = z.array(z.unknown()).catch([]);
const action = (value: unknown) => (value === undefined ? undefined : readAction(value));

const column = z.object({
  thumbnailImageUrl: z.string().optional().catch(undefined),
  imageAspectRatio: z.enum(["rectangle", "square"]).catch("rectangle"),
  imageSize: z.enum(["cover", "contain"]).catch("cover"),
  title: z.string().optional().catch(undefined),
  text,
  defaultAction: z.unknown().optional(),
  actions,
});

function drawColumn(
  c: z.infer<typeof column>,
  frame?: Pick<z.infer<typeof column>, "imageAspectRatio" | "imageSize">,
): Column {
  return {
    imageUrl: c.thumbnailImageUrl,
    imageShape: (frame ?? c).imageAspectRatio,
    imageFit: (frame ?? c).imageSize,
    title: c.title,
    text: c.text,
    defaultAction: action(c.defaultAction),
    actions: c.actions.map(readAction),
  };
}

const template = z.object({
  altText: text,
  template: z.discriminatedUnion("type", [
    column.extend({ type: z.literal("buttons") }),
    z.object({ type: z.literal("confirm"), text, actions }),
    z.object({
      type: z.literal("carousel"),
      columns: z.array(column),
      imageAspectRatio: z.enum(["rectangle", "square"]).catch("rectangle"),
      imageSize: z.enum(["cover", "contain"]).catch("cover"),
    }),
    z.object({
      type: z.literal("image_carousel"),
      columns: z.array(z.object({ imageUrl: z.string(), action: z.unknown() })),
    }),
  ]),
});

function readTemplate(value: unknown): DrawnBody | null {
  const parsed = template.safeParse(value);
  if (!parsed.success) return null;
  const { altText, template: t } = parsed.data;
  switch (t.type) {
    case "buttons":
      return { type: "buttons", altText, column: drawColumn(t) };
    case "confirm":
      return { type: "confirm", altText, text: t.text, actions: t.actions.map(readAction) };
    case "carousel":
      return { type: "carousel", altText, columns: t.columns.map((c) => drawColumn(c, t)) };
    case "image_carousel":
      return {
        type: "imageCarousel",
        altText,
        columns: t.columns.map((c) => ({ imageUrl: c.imageUrl, action: readAction(c.action) })),
      };
  }
}

const area = z.object({ x: number, y: number, width: number, height: number });
const imagemap = z.object({
  baseUrl: z.string(),
  altText: text,
  baseSize: z.object({ width: z.number().positive(), height: z.number().positive() }),
  actions: z
    .array(
      z.object({
        type: z.string(),
        label: text,
        area,
        linkUri: z.string().optional(),
        text: z.string().optional(),
        clipboardText: z.string().optional(),
      }),
    )
    .catch([]),
});

function readImagemap(value: unknown): DrawnBody | null {
  const parsed = imagemap.safeParse(value);
  if (!parsed.success) return null;
  const { baseUrl, altText, baseSize, actions: taps } = parsed.data;
  const areas = taps.map((tap) => ({ ...tap.area, action: readAction({ ...tap, uri: tap.linkUri }) }));
  return { type: "imagemap", baseUrl, altText, width: baseSize.width, height: baseSize.height, areas };
}

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

/** The message in one line: for lists, notices and screen readers. */
export function messageSummary(message: DrawnBody): string {
  switch (message.type) {
    case "text":
      return message.text;
    case "location":
      return message.title || message.address;
    case "file":
      return message.name;
    case "buttons":
      return message.altText || message.column.text;
    case "confirm":
      return message.altText || message.text;
    default:
      return "altText" in message ? message.altText : "";
  }
}
