import { z } from "zod";
import { readAction } from "./action";
import type { Column, DrawnBody } from "./drawn";

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

/** Buttons, confirm and the two carousels; null for what is none of them. */
export function readTemplate(value: unknown): DrawnBody | null {
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

export function readImagemap(value: unknown): DrawnBody | null {
  const parsed = imagemap.safeParse(value);
  if (!parsed.success) return null;
  const { baseUrl, altText, baseSize, actions: taps } = parsed.data;
  const areas = taps.map((tap) => ({ ...tap.area, action: readAction({ ...tap, uri: tap.linkUri }) }));
  return { type: "imagemap", baseUrl, altText, width: baseSize.width, height: baseSize.height, areas };
}
