import { checkAction } from "./action-objects";
import { type Fields, type Findings, isFields, note, noteWrongType } from "./findings";
import { checkFlexFields, type FlexValue } from "./flex-values";
import { httpsAt } from "./urls";

const POSITION: Record<string, FlexValue> = {
  type: "text",
  margin: "spacing",
  position: { words: ["relative", "absolute"] },
  offsetTop: "offset",
  offsetBottom: "offset",
  offsetStart: "offset",
  offsetEnd: "offset",
};
const GRAVITY: FlexValue = { words: ["top", "bottom", "center"] };
const ALIGN: FlexValue = { words: ["start", "end", "center"] };
const SHRINK: FlexValue = { words: ["shrink-to-fit"] };
const LETTERS: Record<string, FlexValue> = {
  text: "own",
  size: "font-size",
  color: "colour",
  weight: { words: ["regular", "bold"] },
  style: { words: ["normal", "italic"] },
  decoration: { words: ["none", "underline", "line-through"] },
};

const KNOWN: Record<string, Record<string, FlexValue>> = {
  box: {
    ...POSITION,
    layout: { words: ["horizontal", "vertical", "baseline"] },
    contents: "own",
    flex: "whole",
    spacing: "spacing",
    backgroundColor: "colour",
    borderColor: "colour",
    borderWidth: "border",
    cornerRadius: "corner",
    width: "length",
    maxWidth: "length",
    height: "length",
    maxHeight: "length",
    paddingAll: "padding",
    paddingTop: "padding",
    paddingBottom: "padding",
    paddingStart: "padding",
    paddingEnd: "padding",
    action: "own",
    justifyContent: {
      words: ["center", "flex-start", "flex-end", "space-between", "space-around", "space-evenly"],
    },
    alignItems: { words: ["center", "flex-start", "flex-end"] },
    background: "own",
  },
  button: {
    ...POSITION,
    action: "own",
    flex: "whole",
    color: "colour",
    style: { words: ["primary", "secondary", "link"] },
    gravity: GRAVITY,
    height: { words: ["md", "sm"] },
    adjustMode: SHRINK,
    scaling: "boolean",
  },
  image: {
    ...POSITION,
    url: "own",
    flex: "whole",
    align: ALIGN,
    gravity: GRAVITY,
    size: "image-size",
    aspectRatio: "ratio",
    aspectMode: { words: ["fit", "cover"] },
    backgroundColor: "colour",
    action: "own",
    animated: "boolean",
  },
  video: {
    type: "text",
    url: "own",
    previewUrl: "own",
    altContent: "own",
    aspectRatio: "ratio",
    action: "own",
  },
  icon: { ...POSITION, url: "own", size: "font-size", aspectRatio: "ratio", scaling: "boolean" },
  text: {
    ...POSITION,
    ...LETTERS,
    contents: "own",
    flex: "whole",
    align: ALIGN,
    gravity: GRAVITY,
    wrap: "boolean",
    lineSpacing: "pixels",
    action: "own",
    maxLines: "whole",
    adjustMode: SHRINK,
    scaling: "boolean",
  },
  span: { type: "text", ...LETTERS },
  separator: { type: "text", margin: "spacing", color: "colour" },
  filler: { type: "text", flex: "whole" },
};

const IN_BASELINE = ["icon", "text", "filler"] as const;
const IN_ROWS = ["box", "button", "image", "text", "separator", "filler"] as const;

/** Counts what is limited over a whole message. */
export type FlexTally = { animated: number };

/** Checks one component that has to be one of `allowed`. Flex paths are written with slashes, as LINE does. */
export function checkComponent(
  f: Findings,
  value: unknown,
  path: string,
  allowed: readonly string[],
  tally: FlexTally,
  depth = 0,
): void {
  if (!isFields(value)) {
    noteWrongType(f, path);
    return;
  }
  const type = value.type;
  if (typeof type !== "string" || !allowed.includes(type) || depth > 100) {
    note(f, `${path}/type`, `Must be one of the following values: [${allowed.join(", ")}]`);
    return;
  }
  checkFlexFields(f, value, path, KNOWN[type] ?? {});
  if (value.action !== undefined && type !== "button") checkAction(f, value.action, `${path}/action`, "flex");
  if (type === "box") checkBox(f, value, path, tally, depth);
  else if (type === "button") checkAction(f, value.action, `${path}/action`, "flex-button");
  else if (type === "image") checkImage(f, value, path, tally);
  else if (type === "icon") httpsAt(f, value, `${path}/`, "url", { required: true });
  else if (type === "text") checkText(f, value, path);
  else if (type === "span") requireText(f, value, path);
  else if (type === "video") checkVideo(f, value, path, tally, depth);
}

function checkBox(f: Findings, box: Fields, path: string, tally: FlexTally, depth: number): void {
  if (box.layout === undefined) note(f, `${path}/layout`, "must be specified");
  const allowed = box.layout === "baseline" ? IN_BASELINE : IN_ROWS;
  if (Array.isArray(box.contents)) {
    box.contents.forEach((part, n) => {
      checkComponent(f, part, `${path}/contents/${n}`, allowed, tally, depth + 1);
    });
  } else if (box.contents === undefined || box.contents === null) {
    note(f, `${path}/contents`, "must be specified");
  } else {
    noteWrongType(f, `${path}/contents`);
  }
  if (box.background === undefined) return;
  if (!isFields(box.background)) {
    noteWrongType(f, `${path}/background`);
    return;
  }
  checkFlexFields(f, box.background, `${path}/background`, {
    type: { words: ["linearGradient"] },
    angle: "angle",
    startColor: "colour",
    endColor: "colour",
    centerColor: "colour",
    centerPosition: "percent",
  });
  for (const key of ["type", "angle", "startColor", "endColor"]) {
    if (box.background[key] === undefined) note(f, `${path}/background/${key}`, "must be specified");
  }
}

function checkImage(f: Findings, image: Fields, path: string, tally: FlexTally): void {
  httpsAt(f, image, `${path}/`, "url", { required: true });
  if (image.animated !== true) return;
  tally.animated += 1;
  if (tally.animated === 11) note(f, `${path}/animated`, "Up to 10 animated images can be specified");
}

function requireText(f: Findings, text: Fields, path: string): void {
  if (typeof text.text === "string" && text.text !== "") return;
  if (text.text === undefined || text.text === null || text.text === "")
    note(f, `${path}/text`, "must be non-empty text");
  else noteWrongType(f, `${path}/text`);
}

function checkText(f: Findings, text: Fields, path: string): void {
  if (text.contents === undefined) {
    requireText(f, text, path);
    return;
  }
  if (text.text !== undefined && typeof text.text !== "string") noteWrongType(f, `${path}/text`);
  if (!Array.isArray(text.contents)) {
    noteWrongType(f, `${path}/contents`);
    return;
  }
  if (text.contents.length === 0) requireText(f, text, path);
  text.contents.forEach((span, n) => {
    checkComponent(f, span, `${path}/contents/${n}`, ["span"], { animated: 0 });
  });
}

function checkVideo(f: Findings, video: Fields, path: string, tally: FlexTally, depth: number): void {
  httpsAt(f, video, `${path}/`, "url", { required: true });
  httpsAt(f, video, `${path}/`, "previewUrl", { required: true });
  if (video.altContent === undefined) note(f, `${path}/altContent`, "must be specified");
  else checkComponent(f, video.altContent, `${path}/altContent`, ["box", "image"], tally, depth + 1);
}
