import { z } from "zod";
import { readAction, type TalkAction } from "./action";

/**
 * The part of Flex we draw: box, text, span, image, icon, button, separator, filler. Unknown components are left out.
 * Source: LINE Messaging API reference, "Flex Message".
 */
export type FlexContainer = { type: "bubbles"; bubbles: FlexBubble[] };
export type FlexBubble = {
  size: BubbleSize;
  rtl: boolean;
  blocks: { place: Block; component: FlexComponent; background?: string; separator: boolean }[];
  action?: TalkAction;
};
type BubbleSize = "nano" | "micro" | "deca" | "hecto" | "kilo" | "mega" | "giga";
type Block = "header" | "hero" | "body" | "footer";

export type FlexBox = FlexCommon & {
  type: "box";
  layout: "horizontal" | "vertical" | "baseline";
  contents: FlexComponent[];
  style: Record<string, unknown>;
};
export type FlexText = FlexCommon & {
  type: "text";
  text: string;
  spans: FlexSpan[];
  style: Record<string, unknown>;
};
type FlexSpan = { text: string; style: Record<string, unknown> };
type FlexImage = FlexCommon & { type: "image" | "icon"; url: string; style: Record<string, unknown> };
type FlexButton = FlexCommon & { type: "button"; action: TalkAction; style: Record<string, unknown> };
type FlexLine = FlexCommon & { type: "separator" | "filler"; style: Record<string, unknown> };
export type FlexComponent = FlexBox | FlexText | FlexImage | FlexButton | FlexLine;
type FlexCommon = { flex?: number; margin?: string; action?: TalkAction };

const common = z.object({
  flex: z.number().min(0).optional().catch(undefined),
  margin: z.string().optional().catch(undefined),
});
const span = z.looseObject({ type: z.literal("span"), text: z.string() });

/** Deeper nesting than any real message has: a hostile one must not exhaust the stack. */
const MAX_DEPTH = 16;

export function readComponent(value: unknown, depth = 0): FlexComponent | null {
  const parsed = z.looseObject({ type: z.string() }).safeParse(value);
  if (!parsed.success || depth > MAX_DEPTH) return null;
  const raw = parsed.data;
  const shared = {
    ...common.parse(raw),
    action: raw.action === undefined ? undefined : readAction(raw.action),
  };
  switch (raw.type) {
    case "box": {
      const layout = z.enum(["horizontal", "vertical", "baseline"]).catch("vertical").parse(raw.layout);
      return { ...shared, type: "box", layout, contents: readList(raw.contents, depth), style: raw };
    }
    case "text": {
      const spans = (Array.isArray(raw.contents) ? raw.contents : []).flatMap((item): FlexSpan[] => {
        const read = span.safeParse(item);
        return read.success ? [{ text: read.data.text, style: read.data }] : [];
      });
      return { ...shared, type: "text", text: z.string().catch("").parse(raw.text), spans, style: raw };
    }
    case "image":
    case "icon":
      return { ...shared, type: raw.type, url: z.string().catch("").parse(raw.url), style: raw };
    case "button":
      return { ...shared, type: "button", action: readAction(raw.action), style: raw };
    case "separator":
    case "filler":
    case "spacer":
      return { ...shared, type: raw.type === "separator" ? "separator" : "filler", style: raw };
    default:
      return null;
  }
}

function readList(value: unknown, depth: number): FlexComponent[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => readComponent(item, depth + 1) ?? []);
}

const bubble = z.looseObject({
  type: z.literal("bubble"),
  size: z.enum(["nano", "micro", "deca", "hecto", "kilo", "mega", "giga"]).catch("mega"),
  direction: z.string().optional(),
  styles: z
    .record(
      z.string(),
      z.looseObject({ backgroundColor: z.string().optional(), separator: z.boolean().optional() }),
    )
    .catch({}),
});

function readBubble(value: unknown): FlexBubble | null {
  const parsed = bubble.safeParse(value);
  if (!parsed.success) return null;
  const raw = parsed.data;
  const places: Block[] = ["header", "hero", "body", "footer"];
  const blocks = places.flatMap((place) => {
    const component = readComponent(raw[place]);
    const style = raw.styles[place];
    return component
      ? [{ place, component, background: style?.backgroundColor, separator: style?.separator === true }]
      : [];
  });
  return {
    size: raw.size,
    rtl: raw.direction === "rtl",
    blocks,
    action: raw.action === undefined ? undefined : readAction(raw.action),
  };
}

/** A bubble or a carousel of bubbles; null when it is neither. */
export function readFlex(value: unknown): FlexContainer | null {
  const parsed = z.looseObject({ type: z.string() }).safeParse(value);
  if (!parsed.success) return null;
  const list =
    parsed.data.type === "carousel" && Array.isArray(parsed.data.contents) ? parsed.data.contents : [value];
  const bubbles = list.flatMap((item) => readBubble(item) ?? []);
  return bubbles.length > 0 ? { type: "bubbles", bubbles } : null;
}
