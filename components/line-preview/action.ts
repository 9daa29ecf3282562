import { z } from "zod";

/**
 * What a tap does, read from a LINE action object. Texts come from the console and from residents: nothing here is
 * trusted, and what we do not know becomes `none`. Source: LINE Messaging API reference, "Action objects".
 */
export type TalkAction =
  | {
      type: "postback";
      label: string;
      data: string;
      displayText?: string;
      inputOption?: InputOption;
      fillInText?: string;
    }
  | { type: "message"; label: string; text: string }
  | { type: "uri"; label: string; uri: string }
  | {
      type: "datetimepicker";
      label: string;
      data: string;
      mode: PickerMode;
      initial?: string;
      max?: string;
      min?: string;
    }
  | { type: "camera" | "cameraRoll" | "location"; label: string }
  | { type: "richmenuswitch"; label: string; richMenuAliasId: string; data: string }
  | { type: "clipboard"; label: string; clipboardText: string }
  | { type: "none"; label: string };

export type PickerMode = "date" | "time" | "datetime";
type InputOption = "closeRichMenu" | "openRichMenu" | "openKeyboard" | "openVoice";

const label = z.string().catch("");
const optional = z.string().optional().catch(undefined);

const shape = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("postback"),
    label,
    data: z.string(),
    displayText: optional,
    text: optional,
    inputOption: z
      .enum(["closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"])
      .optional()
      .catch(undefined),
    fillInText: optional,
  }),
  z.object({ type: z.literal("message"), label, text: z.string() }),
  z.object({ type: z.literal("uri"), label, uri: z.string() }),
  z.object({
    type: z.literal("datetimepicker"),
    label,
    data: z.string(),
    mode: z.enum(["date", "time", "datetime"]),
    initial: optional,
    max: optional,
    min: optional,
  }),
  z.object({ type: z.enum(["camera", "cameraRoll", "location"]), label }),
  z.object({
    type: z.literal("richmenuswitch"),
    label,
    richMenuAliasId: z.string(),
    data: z.string().catch(""),
  }),
  z.object({ type: z.literal("clipboard"), label, clipboardText: z.string() }),
]);

/** Reads one action object; an unknown or broken one does nothing when tapped. */
export function readAction(value: unknown): TalkAction {
  const parsed = shape.safeParse(value);
  if (parsed.success) {
    const action = parsed.data;
    if (action.type !== "postback") return action;
    const { text, ...rest } = action;
    // `text` is the older name of displayText: the platform takes either, never both.
    return text === undefined || rest.displayText !== undefined ? rest : { ...rest, displayText: text };
  }
  const named = z.object({ label }).safeParse(value);
  return { type: "none", label: named.success ? named.data.label : "" };
}

/** What the resident says by tapping: shown as their own bubble. Null when the tap is silent. */
export function spokenText(action: TalkAction): string | null {
  if (action.type === "message") return action.text;
  if (action.type === "postback") return action.displayText || null;
  return null;
}

/**
 * Quick replies go away when tapped, except those that open a picker: they stay until something was sent.
 * Source: LINE Messaging API documentation, "Use quick replies".
 */
export const keepsQuickReplies = (action: TalkAction): boolean =>
  ["camera", "cameraRoll", "location", "datetimepicker"].includes(action.type);
