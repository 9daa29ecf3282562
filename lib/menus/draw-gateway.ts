import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import opentype, { type Font, type PathCommand } from "opentype.js";
import sharp from "sharp";
import type { MenuMode } from "@/db/enums";
import { type Drawing, ICONS } from "./icons";
import {
  BAR_LETTERS,
  type Box,
  type PlacedMenu,
  type PlacedTab,
  type PlacedTile,
  placeTab,
  TILE_GAP,
} from "./layout";
import { PALETTES, type Palette } from "./palette";
import type { MenuContent, MenuTile } from "./plan";

let font: Font | undefined;
/** Noto Sans JP Bold from npm. Letters become outlines, so the picture never depends on the machine's fonts. */
function boldFont(): Font {
  if (!font) {
    const resolver = createRequire(path.join(process.cwd(), "package.json"));
    const folder = path.dirname(resolver.resolve("@fontsource/noto-sans-jp/package.json"));
    const bytes = fs.readFileSync(path.join(folder, "files/noto-sans-jp-japanese-700-normal.woff"));
    font = opentype.parse(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
  }
  return font;
}

/** Letters of this text that the font does not have: they would be drawn as empty boxes. */
export function missingLetters(text: string): string[] {
  const face = boldFont();
  return [...new Set(text)].filter((letter) => letter !== " " && face.charToGlyphIndex(letter) === 0);
}

/** Each letter its own width, so that what measure.ts computes is what is drawn. */
const SHAPING = { kerning: false };

/** Length of a drawn line in pixels: what measure.ts may never be below. */
export const lineDrawn = (text: string, size: number): number =>
  boldFont().getAdvanceWidth(text, size, SHAPING);

const numbers = (...values: number[]) => values.map((v) => v.toFixed(1)).join(" ");
/** The library's own writer makes NaN of very small numbers. */
function pathData(commands: PathCommand[]): string {
  return commands
    .map((c) => {
      if (c.type === "Z") return "Z";
      if (c.type === "Q") return `Q${numbers(c.x1, c.y1, c.x, c.y)}`;
      if (c.type === "C") return `C${numbers(c.x1, c.y1, c.x2, c.y2, c.x, c.y)}`;
      return `${c.type}${numbers(c.x, c.y)}`;
    })
    .join("");
}

type Line = { x: number; y: number; size: number; fill: string; anchor: "middle" | "start" };

/** A line of text as an SVG path in exactly this size: what is too long is refused before (check.ts). */
function textPath(text: string, { x, y, size, fill, anchor }: Line): string {
  if (text === "") return "";
  const start = anchor === "start" ? x : x - lineDrawn(text, size) / 2;
  return `<path fill="${fill}" d="${pathData(boldFont().getPath(text, start, y, size, SHAPING).commands)}"/>`;
}

function iconSvg(icon: MenuTile["icon"], center: { x: number; y: number }, size: number, color: string) {
  const { stroke, fill = [] }: Drawing = ICONS[icon];
  const at = `translate(${numbers(center.x - size / 2, center.y - size / 2)}) scale(${(size / 24).toFixed(3)})`;
  const lines = stroke.map((d) => `<path d="${d}"/>`).join("");
  const dots = fill.map((d) => `<path d="${d}" fill="${color}" stroke="none"/>`).join("");
  return `<g transform="${at}" fill="none" stroke="${color}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${lines}${dots}</g>`;
}

const shrink = (box: Box, by: number): Box => ({
  x: box.x + by,
  y: box.y + by,
  width: box.width - 2 * by,
  height: box.height - 2 * by,
});

/** How far below a line's top its letters stand, in sizes; and how far the next thing is. */
const BASE = 0.88;
const LEADING = { label: 1.3, note: 1.4 };

function tileSvg({ tile, box, look }: PlacedTile, palette: Palette): string {
  const tone = palette.tones[tile.tone];
  const inner = shrink(box, TILE_GAP + 3);
  const rect = `<rect x="${inner.x}" y="${inner.y}" width="${inner.width}" height="${inner.height}" rx="36" fill="${tone.ground}" stroke="${tone.edge}" stroke-width="6"/>`;
  const middle = { x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 };
  const words = look.label * LEADING.label + (tile.note ? look.note * LEADING.note : 0);
  const stacked = look.arrangement === "stacked";
  const gap = look.label * 0.25;
  const top = stacked ? middle.y - (look.icon + gap + words) / 2 : middle.y - words / 2;
  const iconAt = stacked
    ? { x: middle.x, y: top + look.icon / 2 }
    : { x: inner.x + 70 + look.icon / 2, y: middle.y };
  const textTop = stacked ? top + look.icon + gap : top;
  const at = stacked
    ? { x: middle.x, anchor: "middle" as const }
    : { x: inner.x + 140 + look.icon, anchor: "start" as const };
  const label = { ...at, y: textTop + look.label * (BASE + 0.1), size: look.label, fill: tone.ink };
  const noteTop = textTop + look.label * LEADING.label;
  const note = { ...at, y: noteTop + look.note * (BASE + 0.15), size: look.note, fill: tone.note };
  return `${rect}${iconSvg(tile.icon, iconAt, look.icon, tone.ink)}${textPath(tile.label, label)}${textPath(tile.note, note)}`;
}

/** The tab that is open hangs together with the picture below it and is marked with a bar; the others are dark. */
function barSvg(
  bar: readonly PlacedTab[],
  active: number,
  size: PlacedMenu["size"],
  palette: Palette,
): string {
  const height = bar[0]?.box.height;
  if (height === undefined) return "";
  const colors = palette.bar;
  const tabs = bar.map(({ title, box, index }) => {
    const isActive = index === active;
    const x = box.x + box.width / 2;
    const shape = isActive
      ? `<path d="M${box.x + 20} ${height}V56a36 36 0 0 1 36-36H${box.x + box.width - 56}a36 36 0 0 1 36 36V${height}Z" fill="${palette.ground}"/>
         <rect x="${x - 150}" y="${height - 26}" width="300" height="16" rx="8" fill="${colors.mark}"/>`
      : `<rect x="${box.x + 20}" y="38" width="${box.width - 40}" height="${height - 68}" rx="30" fill="none" stroke="${colors.ink}" stroke-width="5"/>`;
    const fill = isActive ? colors.activeInk : colors.ink;
    const y = (isActive ? 92 : 106) + BAR_LETTERS * 0.36;
    return `${shape}${textPath(title, { x, y, size: BAR_LETTERS, fill, anchor: "middle" })}`;
  });
  return `<rect width="${size.width}" height="${height}" fill="${colors.ground}"/>${tabs.join("")}`;
}

/** What was made last, by what it was made from: a repeated attempt, a look at LINE, a page want the same again. */
function keepingLast<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, made);
    if (made instanceof Promise) made.catch(() => kept.delete(key));
    return made;
  };
}
/** The tabs of both modes, twice. */
const MOST_KEPT = 8;
const keepSvg = keepingLast<string>();
const keepPng = keepingLast<Promise<Buffer>>();

/** A tab's picture as SVG without any text element: the same on every machine, in the browser and at LINE. */
export const menuSvg = (mode: MenuMode, content: MenuContent, index: number): string =>
  keepSvg(JSON.stringify([mode, index, content]), () => drawTab(mode, content, index));

function drawTab(mode: MenuMode, content: MenuContent, index: number): string {
  const { size, bar, tiles } = placeTab(content, index);
  const palette = PALETTES[mode];
  const body = tiles.map((tile) => tileSvg(tile, palette)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}"><rect width="100%" height="100%" fill="${palette.ground}"/>${barSvg(bar, index, size, palette)}${body}</svg>`;
}

/** The picture LINE takes: PNG of the same size, far below its 1 MB. */
export const menuPng = (svg: string): Promise<Buffer> =>
  keepPng(svg, () => sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 3 }).toBuffer());
