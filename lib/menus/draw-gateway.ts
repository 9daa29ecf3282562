import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import opentype, { type Font, type PathCommand } from "opentype.js";
import sharp from "sharp";
import { ICONS } from "./icons";
import { type Box, MENU_SIZE, type PlacedTile, placeTiles } from "./layout";
import type { MenuPlan, MenuTile } from "./plan";

const TONES: Record<MenuTile["tone"], { ground: string; ink: string; note: string }> = {
  main: { ground: "#0017c1", ink: "#ffffff", note: "#d9e6ff" },
  plain: { ground: "#ffffff", ink: "#0b1b4d", note: "#4d5978" },
  urgent: { ground: "#fff4f2", ink: "#a30000", note: "#8a2b22" },
};
const GAP = 10;

let font: Font | undefined;
/** Noto Sans JP Bold from npm. Letters become outlines, so the picture never depends on the machine's fonts. */
function boldFont(): Font {
  if (!font) {
    const folder = path.dirname(
      createRequire(import.meta.url).resolve("@fontsource/noto-sans-jp/package.json"),
    );
    const bytes = fs.readFileSync(path.join(folder, "files/noto-sans-jp-japanese-700-normal.woff"));
    font = opentype.parse(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
  }
  return font;
}

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

/** Lines of text as SVG paths, centred on `x`; a line too long for `width` is made smaller. */
function textPath(
  text: string,
  at: { x: number; y: number; size: number; width: number; fill: string },
): string {
  const face = boldFont();
  const natural = face.getAdvanceWidth(text, at.size);
  const size = natural > at.width ? (at.size * at.width) / natural : at.size;
  const start = at.x - face.getAdvanceWidth(text, size) / 2;
  return `<path fill="${at.fill}" d="${pathData(face.getPath(text, start, at.y, size).commands)}"/>`;
}

function iconSvg(
  icon: MenuTile["icon"],
  center: { x: number; y: number },
  size: number,
  color: string,
): string {
  const { stroke, fill = [] } = ICONS[icon];
  const scale = size / 24;
  return `<g transform="translate(${center.x - size / 2} ${center.y - size / 2}) scale(${scale})">
    ${stroke.map((d) => `<path d="${d}" fill="none" stroke="${color}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`).join("")}
    ${fill.map((d) => `<path d="${d}" fill="${color}"/>`).join("")}
  </g>`;
}

function tileSvg({ tile, box }: PlacedTile, large: boolean): string {
  const tone = TONES[tile.tone];
  const inner: Box = {
    x: box.x + GAP,
    y: box.y + GAP,
    width: box.width - 2 * GAP,
    height: box.height - 2 * GAP,
  };
  const x = inner.x + inner.width / 2;
  const middle = inner.y + inner.height / 2;
  const icon = large ? 430 : Math.min(230, inner.height * 0.4);
  const label = large ? 128 : 92;
  const note = large ? 62 : 50;
  const block = icon + label * 1.35 + (tile.note ? note * 1.6 : 0);
  const top = middle - block / 2;
  const width = inner.width - (large ? 120 : 70);
  return `<rect x="${inner.x}" y="${inner.y}" width="${inner.width}" height="${inner.height}" rx="36" fill="${tone.ground}"/>
    ${iconSvg(tile.icon, { x, y: top + icon / 2 }, icon, tone.ink)}
    ${textPath(tile.label, { x, y: top + icon + label * 1.2, size: label, width, fill: tone.ink })}
    ${tile.note ? textPath(tile.note, { x, y: top + icon + label * 1.35 + note * 1.35, size: note, width, fill: tone.note }) : ""}`;
}

/** The menu's picture: PNG, 2500 × 1686, below LINE's 1 MB. */
export async function drawMenu(plan: MenuPlan): Promise<Buffer> {
  const tiles = placeTiles(plan).map((placed, i) => tileSvg(placed, i === 0));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${MENU_SIZE.width}" height="${MENU_SIZE.height}">
    <rect width="100%" height="100%" fill="#dfe5f1"/>${tiles.join("")}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer();
}
