import type { FlexBox, FlexComponent, FlexText } from "./flex";
import { BORDER, color, IMAGE, length, TEXT } from "./flex-values";

/** Style attributes as React takes them: this file imports no React, so that it can be tested as arithmetic. */
export type Style = Record<string, string | number>;

const textSize = (value: unknown) => length(value, TEXT) ?? "16px";
const PLACE: Record<string, string> = {
  start: "flex-start",
  "flex-start": "flex-start",
  end: "flex-end",
  "flex-end": "flex-end",
  center: "center",
  top: "flex-start",
  bottom: "flex-end",
  "space-between": "space-between",
  "space-around": "space-around",
  "space-evenly": "space-evenly",
};
const place = (value: unknown): string | undefined =>
  typeof value === "string" && Object.hasOwn(PLACE, value) ? PLACE[value] : undefined;

/** Drops what is undefined, so that tests read as what is set. */
function compact(style: Record<string, string | number | undefined>): Style {
  return Object.fromEntries(
    Object.entries(style).filter((e): e is [string, string | number] => e[1] !== undefined),
  );
}

function position(raw: Record<string, unknown>): Record<string, string | undefined> {
  return {
    position: raw.position === "absolute" ? "absolute" : undefined,
    top: length(raw.offsetTop),
    bottom: length(raw.offsetBottom),
    left: length(raw.offsetStart),
    right: length(raw.offsetEnd),
  };
}

/** The inside of a box. */
export function boxStyle(box: FlexBox): Style {
  const raw = box.style;
  const gradient = gradientOf(raw.background);
  return compact({
    display: "flex",
    flexDirection: box.layout === "vertical" ? "column" : "row",
    alignItems: box.layout === "baseline" ? "baseline" : place(raw.alignItems),
    justifyContent: place(raw.justifyContent),
    width: length(raw.width),
    height: length(raw.height),
    maxWidth: length(raw.maxWidth),
    maxHeight: length(raw.maxHeight),
    background: gradient ?? color(raw.backgroundColor),
    borderColor: color(raw.borderColor),
    borderStyle: raw.borderWidth || raw.borderColor ? "solid" : undefined,
    borderWidth:
      typeof raw.borderWidth === "string" ? (BORDER[raw.borderWidth] ?? length(raw.borderWidth)) : undefined,
    borderRadius: length(raw.cornerRadius),
    overflow: raw.cornerRadius ? "hidden" : undefined,
    paddingTop: length(raw.paddingTop) ?? length(raw.paddingAll),
    paddingBottom: length(raw.paddingBottom) ?? length(raw.paddingAll),
    paddingInlineStart: length(raw.paddingStart) ?? length(raw.paddingAll),
    paddingInlineEnd: length(raw.paddingEnd) ?? length(raw.paddingAll),
    ...position(raw),
  });
}

function gradientOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { type, angle, startColor, centerColor, endColor } = value as Record<string, unknown>;
  const stops = [startColor, centerColor, endColor].flatMap((c) => color(c) ?? []);
  const turn = typeof angle === "string" && /^\d{1,3}(\.\d+)?deg$/.test(angle) ? angle : undefined;
  return type === "linearGradient" && turn && stops.length >= 2
    ? `linear-gradient(${turn}, ${stops.join(", ")})`
    : undefined;
}

/**
 * How a component shares its parent: in a row everything but icons and lines grows (flex 1), in a column nothing does.
 * The first child has no gap before it; a child's own margin replaces the parent's spacing.
 */
export function childStyle(child: FlexComponent, parent: FlexBox, index: number): Style {
  const row = parent.layout !== "vertical";
  const gap =
    index === 0 && child.margin === undefined
      ? undefined
      : (length(child.margin) ?? length(parent.style.spacing));
  const absolute = child.style.position === "absolute";
  const natural = child.type === "icon" || child.type === "separator" || child.style.width !== undefined;
  const grow = child.type === "filler" ? 1 : (child.flex ?? (row && !natural ? 1 : 0));
  return compact({
    flex: absolute ? undefined : grow > 0 ? `${grow} 1 0` : "0 0 auto",
    minWidth: row && grow > 0 ? 0 : undefined,
    maxWidth: row || absolute ? undefined : "100%",
    [row ? "marginInlineStart" : "marginTop"]: absolute ? undefined : gap,
    alignSelf: parent.layout === "horizontal" ? place(child.style.gravity) : undefined,
  });
}

export function textStyle(text: Pick<FlexText, "style">): Style {
  const raw = text.style;
  const lines = typeof raw.maxLines === "number" && raw.maxLines > 0 ? Math.floor(raw.maxLines) : undefined;
  const clamp =
    raw.wrap === true && lines
      ? { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: lines }
      : {};
  return compact({
    ...runStyle(raw),
    fontSize: textSize(raw.size),
    textAlign: raw.align === "center" ? "center" : raw.align === "end" ? "end" : "start",
    whiteSpace: raw.wrap === true ? "pre-wrap" : "nowrap",
    overflowWrap: "anywhere",
    overflow: raw.wrap === true && !lines ? undefined : "hidden",
    textOverflow: raw.wrap === true ? undefined : "ellipsis",
    ...clamp,
    ...position(raw),
  });
}

/** What a text and a span share. A span inherits what it does not say. */
export function runStyle(raw: Record<string, unknown>): Style {
  return compact({
    color: color(raw.color),
    fontSize: length(raw.size, TEXT),
    fontWeight: raw.weight === "bold" ? 700 : undefined,
    fontStyle: raw.style === "italic" ? "italic" : undefined,
    textDecoration:
      raw.decoration === "underline" || raw.decoration === "line-through" ? raw.decoration : undefined,
  });
}

const ratio = (value: unknown): string => {
  const match = typeof value === "string" ? /^(\d{1,5}(?:\.\d+)?):(\d{1,5}(?:\.\d+)?)$/.exec(value) : null;
  return match ? `${match[1]} / ${match[2]}` : "1 / 1";
};

export function imageStyle(raw: Record<string, unknown>, kind: "image" | "icon"): Style {
  const icon = kind === "icon";
  const width =
    raw.size === "full" ? "100%" : (length(raw.size, icon ? TEXT : IMAGE) ?? (icon ? "16px" : "100px"));
  return compact({
    [icon ? "height" : "width"]: width,
    maxWidth: "100%",
    aspectRatio: ratio(raw.aspectRatio),
    objectFit: raw.aspectMode === "cover" ? "cover" : "contain",
    background: color(raw.backgroundColor),
    marginInlineStart: icon || raw.align === "start" ? undefined : "auto",
    marginInlineEnd: icon || raw.align === "end" ? undefined : "auto",
    ...position(raw),
  });
}

/** `secondary` is dark text on light grey; a given colour replaces the fill, or the letters of a link button. */
export function buttonStyle(raw: Record<string, unknown>): Style {
  const fill = color(raw.color);
  const height = raw.height === "sm" ? "40px" : "52px";
  if (raw.style === "primary")
    return compact({ minHeight: height, background: fill ?? "#1f57c3", color: "#ffffff" });
  if (raw.style === "secondary")
    return compact({ minHeight: height, background: fill ?? "#dcdfe5", color: "#111111" });
  return compact({ minHeight: height, color: fill });
}
