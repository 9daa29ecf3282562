import { type Fields, type Findings, note, noteWrongType } from "./findings";

/** One property of a Flex component: what it may hold. */
export type FlexValue =
  | "text"
  | "boolean"
  | "whole"
  | "colour"
  | "spacing"
  | "padding"
  | "offset"
  | "length"
  | "border"
  | "corner"
  | "image-size"
  | "font-size"
  | "ratio"
  | "pixels"
  | "percent"
  | "angle"
  | { readonly words: readonly string[] }
  /** Checked by the component itself. */
  | "own";

const SPACES = "none|xs|sm|md|lg|xl|xxl";
const SIZES = "xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl";
const PX = "\\d+(\\.\\d+)?px";
const PERCENT = "\\d+(\\.\\d+)?%";
const whole = (...alternatives: string[]): RegExp => new RegExp(`^(${alternatives.join("|")})$`);

const SHAPES: Partial<Record<string, RegExp>> = {
  colour: /^#[0-9a-f]{6}([0-9a-f]{2})?$/i,
  spacing: whole(SPACES, PX),
  padding: whole(SPACES, PX, PERCENT),
  offset: whole(SPACES, `-?${PX}`, `-?${PERCENT}`),
  length: whole(PX, PERCENT),
  border: whole("none|light|normal|medium|semi-bold|bold", PX),
  corner: whole(SPACES, PX),
  "image-size": whole(SIZES, "full", PX, PERCENT),
  "font-size": whole(SIZES, PX),
  pixels: whole(PX),
  percent: whole(PERCENT),
  angle: /^\d+(\.\d+)?deg$/,
};

/** `w:h`, each from 1 to 100000, the height at most three times the width. */
function isRatio(text: string): boolean {
  const parts = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(text);
  if (!parts) return false;
  const [width, height] = [Number(parts[1]), Number(parts[2])];
  return width >= 1 && width <= 100_000 && height >= 1 && height <= 100_000 && height <= 3 * width;
}

/** Checks the plain properties of a component and refuses those it does not have. */
export function checkFlexFields(
  f: Findings,
  fields: Fields,
  path: string,
  known: Record<string, FlexValue>,
): void {
  for (const [key, value] of Object.entries(fields)) {
    const kind = Object.hasOwn(known, key) ? known[key] : undefined;
    if (kind === undefined) note(f, `${path}/${key}`, "unknown field");
    else if (kind !== "own" && value !== null) checkValue(f, value, `${path}/${key}`, kind);
  }
}

function checkValue(f: Findings, value: unknown, path: string, kind: Exclude<FlexValue, "own">): void {
  if (kind === "boolean") {
    if (typeof value !== "boolean") noteWrongType(f, path);
  } else if (kind === "whole") {
    if (typeof value !== "number" || !Number.isInteger(value)) noteWrongType(f, path);
    else if (value < 0) note(f, path, "invalid property");
  } else if (typeof value !== "string") {
    noteWrongType(f, path);
  } else if (typeof kind === "object") {
    if (!kind.words.includes(value)) note(f, path, "invalid property");
  } else if (kind === "ratio") {
    if (!isRatio(value)) note(f, path, "invalid property");
  } else if (kind !== "text" && !SHAPES[kind]?.test(value)) {
    note(f, path, "invalid property");
  }
}
