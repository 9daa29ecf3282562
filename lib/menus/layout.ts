import type { MenuMode } from "@/db/enums";
import { tapData } from "@/lib/chatbot/tap";
import type { MenuAction, MenuContent, MenuTile } from "./plan";
import { TEMPLATES } from "./templates";

/** Pixels. LINE: width 800-2500, height ≥ 250, width/height ≥ 1.45, at most 20 areas (Rich menu object). */
const WIDTH = 2500;
const FULL_HEIGHT = 1686;
const HALF_HEIGHT = 843;
const BAR_HEIGHT = 200;
/** Between a tile's area and what is drawn of it, and between that and its text. */
export const TILE_GAP = 10;
const TEXT_MARGIN = 30;

export type Box = { x: number; y: number; width: number; height: number };
/** Letters are never smaller than this: 12.7 and 8.9 px on a telephone of 360 px. */
export type TileLook = {
  arrangement: "stacked" | "beside";
  icon: number;
  label: number;
  note: number;
  /** Pixels that a line of text may take. */
  textWidth: number;
};
export type PlacedTile = { tile: MenuTile; box: Box; look: TileLook };
export type PlacedTab = { index: number; title: string; box: Box };
export type PlacedMenu = { size: { width: number; height: number }; bar: PlacedTab[]; tiles: PlacedTile[] };

/** Letters of a tab's title. */
export const BAR_LETTERS = 92;
export const barTextWidth = (tabs: number): number => Math.floor(WIDTH / tabs) - 2 * TEXT_MARGIN - 40;

/** A tab's alias, from 1; kept for good, whatever it points at. LINE: [a-z0-9_-]{1,32}. */
export const aliasOf = (mode: MenuMode, tab: number): string => `madoguchi-${mode}-${tab}`;

function lookOf(box: Box): TileLook {
  const width = box.width - 2 * TILE_GAP;
  const height = box.height - 2 * TILE_GAP;
  if (width / height > 2.2) {
    const isTall = height > 600;
    const icon = Math.round(Math.min(isTall ? 380 : 250, height * 0.6));
    const [label, note] = isTall ? [150, 76] : [110, 66];
    return { arrangement: "beside", icon, label, note, textWidth: width - icon - 3 * 70 };
  }
  const isLarge = width > 900 && height > 700;
  const [label, note] = isLarge ? [120, 70] : [96, 64];
  const icon = Math.round(isLarge ? Math.min(400, height * 0.42) : Math.min(250, height * 0.38));
  return { arrangement: "stacked", icon, label, note, textWidth: width - 2 * TEXT_MARGIN };
}

/** Where everything of a tab lies. Tiles cover the picture below the bar, no pixel is left over. */
export function placeTab(content: MenuContent, index: number): PlacedMenu {
  const tab = content.tabs[index];
  const hasBar = content.tabs.length > 1;
  const top = hasBar ? BAR_HEIGHT : 0;
  const template = TEMPLATES[tab?.template ?? "grid-2x2"];
  const height = template.isHalf ? HALF_HEIGHT + top : FULL_HEIGHT;
  const cut = (share: number, total: number) => Math.round(share * total);
  const tiles = template.places.flatMap(([x, y, w, h], i) => {
    const tile = tab?.tiles[i];
    if (!tile) return [];
    const left = cut(x, WIDTH);
    const upper = cut(y, height - top);
    const box = {
      x: left,
      y: top + upper,
      width: cut(x + w, WIDTH) - left,
      height: cut(y + h, height - top) - upper,
    };
    return [{ tile, box, look: lookOf(box) }];
  });
  const share = 1 / content.tabs.length;
  const bar = hasBar
    ? content.tabs.map(({ title }, i) => {
        const x = cut(i * share, WIDTH);
        return { index: i, title, box: { x, y: 0, width: cut((i + 1) * share, WIDTH) - x, height: top } };
      })
    : [];
  return { size: { width: WIDTH, height }, bar, tiles };
}

/** What a place of this template can hold, in full-width letters: for whoever writes the texts. */
export function roomOf(content: MenuContent, index: number): { label: number; note: number }[] {
  return placeTab(content, index).tiles.map(({ look }) => ({
    label: Math.floor(look.textWidth / look.label),
    note: Math.floor(look.textWidth / look.note),
  }));
}

type RichMenuArea = { bounds: Box; action: Record<string, string> };
export type RichMenuRequest = {
  size: { width: number; height: number };
  selected: boolean;
  name: string;
  chatBarText: string;
  areas: RichMenuArea[];
};

/** What our own inbox reads of a tap. */
function dataOf(action: Extract<MenuAction, { kind: "start" | "preferences" | "topic" }>): string {
  switch (action.kind) {
    case "preferences":
      return "p=open";
    case "start":
      return `start=${action.scenario}`;
    case "topic":
      return tapData(
        action.topic === "all" ? { kind: "topics" } : { kind: "topic", topic: action.topic, page: 0 },
      );
  }
}

function actionOf(action: MenuAction, label: string): Record<string, string> {
  switch (action.kind) {
    case "call":
      return { type: "uri", label, uri: `tel:${action.number.replaceAll("-", "")}` };
    case "link":
      return { type: "uri", label, uri: action.url };
    case "say":
      return { type: "message", label, text: action.text };
    default:
      return {
        type: "postback",
        label,
        data: dataOf(action),
        displayText: label,
        // Makes room for the question and its buttons.
        inputOption: "closeRichMenu",
      };
  }
}

/** The object LINE takes. `name` is for operators; `selected`: the menu is open when the talk is. */
export function richMenuRequest(
  mode: MenuMode,
  content: MenuContent,
  index: number,
  name: string,
): RichMenuRequest {
  const { size, bar, tiles } = placeTab(content, index);
  const tabs = bar
    .filter((tab) => tab.index !== index)
    .map(({ title, box, index: to }) => ({
      bounds: box,
      action: {
        type: "richmenuswitch",
        label: title,
        richMenuAliasId: aliasOf(mode, to + 1),
        data: `menu=${mode}-${to + 1}`,
      },
    }));
  const areas = tiles.map(({ tile, box }) => ({ bounds: box, action: actionOf(tile.action, tile.label) }));
  return { size, selected: true, name, chatBarText: content.chatBarText, areas: [...tabs, ...areas] };
}
