import { isPickerValue, type PickerMode } from "./datetime";
import {
  type Fields,
  type Findings,
  isFields,
  note,
  noteWrongType,
  objectAt,
  textAt,
  wordAt,
} from "./findings";
import { linkAt } from "./urls";

/** Where an action stands: it decides which types are allowed and how long a label may be. */
export type Place =
  | "template"
  | "image-carousel"
  | "default-action"
  | "rich-menu"
  | "quick-reply"
  | "flex-button"
  | "flex";

const COMMON = ["postback", "message", "uri", "datetimepicker", "clipboard"] as const;
const TYPES: Record<Place, readonly string[]> = {
  template: COMMON,
  "image-carousel": COMMON,
  "default-action": COMMON,
  "rich-menu": [...COMMON, "richmenuswitch"],
  "quick-reply": [...COMMON, "camera", "cameraRoll", "location"],
  "flex-button": COMMON,
  flex: COMMON,
};
const LABEL: Record<Place, { max: number; required: boolean }> = {
  template: { max: 20, required: true },
  "image-carousel": { max: 12, required: false },
  "default-action": { max: 20, required: false },
  "rich-menu": { max: 20, required: false },
  "quick-reply": { max: 20, required: true },
  "flex-button": { max: 40, required: true },
  flex: { max: 40, required: false },
};
const INPUT_OPTIONS = ["closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"] as const;

/** Checks one action object. `path` names it without a trailing dot, e.g. `messages[0].template.actions[1]`. */
export function checkAction(f: Findings, value: unknown, path: string, place: Place): void {
  if (!isFields(value)) {
    if (value === undefined || value === null) note(f, path, "May not be empty");
    else noteWrongType(f, path);
    return;
  }
  const at = `${path}.`;
  const type = wordAt(f, value, at, "type", TYPES[place], true);
  if (type === null) return;
  textAt(f, value, at, "label", { ...LABEL[place], count: "grapheme" });
  CHECKS[type]?.(f, value, at, place);
}

const CHECKS: Record<string, (f: Findings, action: Fields, at: string, place: Place) => void> = {
  postback(f, action, at) {
    textAt(f, action, at, "data", { max: 300, required: true });
    textAt(f, action, at, "displayText", { max: 300, min: 0, required: false, count: "grapheme" });
    textAt(f, action, at, "text", { max: 300, min: 0, required: false, count: "grapheme" });
    if (typeof action.displayText === "string" && typeof action.text === "string") {
      note(f, `${at}displayText`, "displayText and text can't be specified at the same time");
    }
    const option = wordAt(f, action, at, "inputOption", INPUT_OPTIONS, false);
    textAt(f, action, at, "fillInText", { max: 300, min: 0, required: false, count: "grapheme" });
    if (typeof action.fillInText === "string" && option !== "openKeyboard") {
      note(f, `${at}fillInText`, "fillInText can be specified only when inputOption is openKeyboard");
    }
  },
  message(f, action, at) {
    textAt(f, action, at, "text", { max: 300, required: true, count: "grapheme" });
  },
  uri(f, action, at, place) {
    linkAt(f, action, at, "uri", { required: true });
    const alternative = objectAt(f, action, at, "altUri", false);
    if (alternative === null) return;
    if (place === "quick-reply") note(f, `${at}altUri`, "altUri can't be specified in a quick reply");
    linkAt(f, alternative, `${at}altUri.`, "desktop", { required: true });
  },
  datetimepicker(f, action, at) {
    textAt(f, action, at, "data", { max: 300, required: true });
    const mode = wordAt(f, action, at, "mode", ["date", "time", "datetime"], true) as PickerMode | null;
    if (mode === null) return;
    const limits: Partial<Record<string, string>> = {};
    for (const key of ["initial", "max", "min"]) {
      const text = textAt(f, action, at, key, { max: 100, required: false });
      if (text === null) continue;
      if (isPickerValue(mode, text)) limits[key] = text.toLowerCase();
      else note(f, `${at}${key}`, `Must be a valid ${mode}`);
    }
    const { initial, max, min } = limits;
    if (max !== undefined && min !== undefined && min >= max)
      note(f, `${at}min`, "min must be less than max");
    if (
      initial !== undefined &&
      ((max !== undefined && initial > max) || (min !== undefined && initial < min))
    ) {
      note(f, `${at}initial`, "initial must be between min and max");
    }
  },
  clipboard(f, action, at) {
    textAt(f, action, at, "clipboardText", { max: 1000, required: true });
  },
  richmenuswitch(f, action, at) {
    const alias = textAt(f, action, at, "richMenuAliasId", { max: 32, required: true });
    if (alias !== null && !/^[a-z0-9_-]+$/.test(alias))
      note(f, `${at}richMenuAliasId`, "Must match [a-z0-9_-]{1,32}");
    textAt(f, action, at, "data", { max: 300, required: true });
  },
  // camera, cameraRoll and location have a label and nothing else.
};
