import type { TalkAction } from "@/components/line-preview/action";
import type { Act } from "@/lib/sandbox-client/act";
import type { OpenSheet } from "./open-sheet";

/** What a tap leads to: something sent at once, a sheet that asks first, or something on this device only. */
export type TapResult =
  | { kind: "send"; act: Act }
  | { kind: "open"; sheet: OpenSheet }
  | { kind: "copy"; text: string }
  | { kind: "nothing" };

export function tapOf(action: TalkAction): TapResult {
  switch (action.type) {
    case "postback":
      return {
        kind: "send",
        act: { kind: "postback", data: action.data, displayText: action.displayText || undefined },
      };
    case "message":
      return action.text ? { kind: "send", act: { kind: "text", text: action.text } } : { kind: "nothing" };
    case "richmenuswitch":
      return {
        kind: "send",
        act: { kind: "switch", richMenuAliasId: action.richMenuAliasId, data: action.data },
      };
    case "datetimepicker":
      return { kind: "open", sheet: { kind: "date", action } };
    case "location":
      return { kind: "open", sheet: { kind: "place" } };
    case "camera":
    case "cameraRoll":
      return { kind: "open", sheet: { kind: "photo" } };
    case "uri":
      return { kind: "open", sheet: { kind: "call", uri: action.uri } };
    case "clipboard":
      return { kind: "copy", text: action.clipboardText };
    case "none":
      return { kind: "nothing" };
  }
}

/** What a tap does to the rich menu and the input, besides. Source: LINE reference, postback action, inputOption. */
export function panelAfter(action: TalkAction): { menuOpen?: boolean; focusInput?: boolean; fill?: string } {
  if (action.type !== "postback") return {};
  switch (action.inputOption) {
    case "openRichMenu":
      return { menuOpen: true };
    case "closeRichMenu":
      return { menuOpen: false };
    case "openKeyboard":
      return { menuOpen: false, focusInput: true, fill: action.fillInText };
    default:
      return {};
  }
}
