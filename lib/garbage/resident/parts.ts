import {
  type FlexBox,
  type FlexBubble,
  type FlexMessage,
  type FlexPart,
  LIMITS,
  type PostbackAction,
} from "@/lib/conversations/message";
import { cutGraphemes, cutUnits } from "@/lib/core/text";
import { inkOn } from "../color";
import { type Operation, operationData } from "./operation";

export const INK = "#1a1a1c";
export const MUTED = "#5c5c66";
export const BLUE = "#0017c1";
export const RED = "#a30000";

type Tapped = Exclude<Operation, { kind: "named-area" }>;

export const tap = (operation: Tapped, label: string): PostbackAction => ({
  type: "postback",
  label: cutGraphemes(label, 40),
  data: operationData(operation),
  displayText: cutUnits(label, LIMITS.displayText),
});

type Size = "xs" | "sm" | "md" | "lg";
type Look = { size?: Size; bold?: boolean; color?: string; flex?: number };

/** LINE takes no empty text. */
export const textPart = (text: string, { size = "md", bold, color = INK, flex }: Look = {}): FlexPart => ({
  type: "text",
  text: cutUnits(text === "" ? "　" : text, 2000),
  wrap: true,
  size,
  color,
  ...(bold ? { weight: "bold" as const } : {}),
  ...(flex === undefined ? {} : { flex }),
});

export const boxPart = (
  contents: FlexPart[],
  more: Partial<Omit<FlexBox, "type" | "contents">> = {},
): FlexBox => ({
  type: "box",
  layout: "vertical",
  spacing: "sm",
  ...more,
  contents,
});

/** A kind or category by colour and word: the colour is never alone. */
export const tagPart = (label: string, color: string): FlexBox =>
  boxPart([textPart(label, { bold: true, color: inkOn(color) })], {
    backgroundColor: color,
    cornerRadius: "6px",
    paddingAll: "8px",
  });

export type Button = { label: string; operation: Tapped; primary?: boolean };

export const footerPart = (buttons: Button[]): FlexBox =>
  boxPart(
    buttons.map(({ label, operation, primary }) => ({
      type: "button",
      height: "sm",
      action: tap(operation, label),
      ...(primary ? { style: "primary" as const, color: BLUE } : { style: "link" as const }),
    })),
  );

export const bubble = (contents: FlexPart[], buttons: Button[]): FlexBubble => ({
  type: "bubble",
  size: "mega",
  body: boxPart(contents, { spacing: "md" }),
  ...(buttons.length > 0 ? { footer: footerPart(buttons) } : {}),
});

export const card = (altText: string, bubbles: FlexBubble[]): FlexMessage => {
  const [only] = bubbles;
  return {
    type: "flex",
    altText: cutUnits(altText, 400),
    contents: bubbles.length === 1 && only ? only : { type: "carousel", contents: bubbles },
  };
};

/** Something to choose in a list. */
export const rowPart = (operation: Tapped, label: string, isChosen = false): FlexBox =>
  boxPart(
    [
      textPart(isChosen ? "✓" : "　", { bold: true, color: BLUE, flex: 0 }),
      textPart(label, { flex: 1, ...(isChosen ? { bold: true } : {}) }),
    ],
    {
      layout: "horizontal",
      action: tap(operation, label),
      paddingAll: "10px",
      cornerRadius: "8px",
      borderWidth: "1px",
      borderColor: isChosen ? BLUE : "#d8d8db",
      ...(isChosen ? { backgroundColor: "#e8f1fe" } : {}),
    },
  );
