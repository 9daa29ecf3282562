import type {
  FlexBox,
  FlexBubble,
  FlexMessage,
  FlexPart,
  PostbackAction,
  QuickAction,
  UriAction,
} from "@/lib/conversations/message";
import { LIMITS } from "@/lib/conversations/message";
import { cutGraphemes, cutUnits } from "@/lib/core/text";
import { type BotTap, tapData } from "../tap";

const INK = "#1a1a1c";
const BLUE = "#0017c1";
const LINE = "#d8d8db";
/** A bubble may have 30 KB: a thousand family emoji are 25. UTF-16 units. */
const LONGEST_TEXT = 3000;
const LONGEST_TITLE = 300;
/** Of a Flex button and of what stands in the talk after a tap; a quick reply takes 20. */
const FLEX_LABEL = 40;

/** A button of ours. What was tapped stands in the talk with its whole words. */
export const tapAction = (tap: BotTap, label: string, most = FLEX_LABEL): PostbackAction => ({
  type: "postback",
  label: cutGraphemes(label, most),
  data: tapData(tap),
  displayText: cutUnits(label, LIMITS.displayText),
});

/** Buttons under a message: 13 at most, on short labels. */
export const quick = (...actions: QuickAction[]): QuickAction[] =>
  actions
    .slice(0, LIMITS.quickReplies)
    .map((action) => ({ ...action, label: cutGraphemes(action.label, LIMITS.label) }));

export const quickTap = (tap: BotTap, label: string): QuickAction => tapAction(tap, label, LIMITS.label);

const textPart = (text: string, more: Partial<Extract<FlexPart, { type: "text" }>> = {}): FlexPart => ({
  type: "text",
  text,
  wrap: true,
  color: INK,
  ...more,
});

/** A line of a list that is tapped as a whole, so that it may be as long as it is. */
const row = (action: PostbackAction, text: string): FlexBox => ({
  type: "box",
  layout: "horizontal",
  action,
  paddingAll: "10px",
  spacing: "sm",
  alignItems: "center",
  cornerRadius: "8px",
  borderWidth: "1px",
  borderColor: LINE,
  contents: [textPart(text, { flex: 1, color: BLUE }), textPart("›", { flex: 0, color: BLUE })],
});

const button = (action: PostbackAction | UriAction, first: boolean): FlexPart => ({
  type: "button",
  height: "sm",
  action: { ...action, label: cutGraphemes(action.label, FLEX_LABEL) },
  ...(first ? { style: "primary" as const, color: BLUE } : { style: "link" as const }),
});

export type Card = {
  title?: string;
  text?: string;
  /** Above the rows. */
  heading?: string;
  rows?: { tap: BotTap; text: string }[];
  buttons?: (PostbackAction | UriAction)[];
  /** The first button stands out. */
  primary?: boolean;
  picture?: { url: string; width: number; height: number };
};

/** One bubble. It has at least a title or a text. */
export function card({ title, text, heading, rows = [], buttons = [], primary, picture }: Card): FlexMessage {
  const contents: FlexPart[] = [
    ...(title ? [textPart(cutUnits(title, LONGEST_TITLE), { weight: "bold", size: "lg" })] : []),
    ...(text ? [textPart(cutUnits(text, LONGEST_TEXT), title ? { margin: "md" } : {})] : []),
    ...(heading ? [textPart(heading, { weight: "bold", size: "sm", margin: "md" })] : []),
    ...rows.map(({ tap, text: words }) => row(tapAction(tap, words), cutUnits(words, LONGEST_TITLE))),
  ];
  const bubble: FlexBubble = {
    type: "bubble",
    ...(picture
      ? {
          hero: {
            type: "image",
            url: picture.url,
            size: "full",
            aspectMode: "cover",
            // Flex takes at most three times as tall as wide.
            aspectRatio: `${picture.width}:${Math.min(picture.height, picture.width * 3)}`,
          },
        }
      : {}),
    body: { type: "box", layout: "vertical", spacing: "sm", contents },
    ...(buttons.length > 0
      ? {
          footer: {
            type: "box",
            layout: "vertical",
            spacing: "sm",
            contents: buttons.map((one, i) => button(one, i === 0 && primary === true)),
          },
        }
      : {}),
  };
  const spoken = [title, text, ...rows.map((one) => one.text)].filter(Boolean).join("\n");
  return { type: "flex", altText: cutUnits(spoken, 400), contents: bubble };
}
