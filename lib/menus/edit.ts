import { cutGraphemes } from "@/lib/core/text";
import { MENU_LIMITS, type MenuContent, type MenuTab, type MenuTile } from "./plan";
import { TEMPLATES, type TemplateKey } from "./templates";

/** A button that is still to be filled in. */
export const freshTile = (): MenuTile => ({
  label: "",
  note: "",
  icon: "question",
  tone: "plain",
  action: { kind: "say", text: "" },
});

export const freshTab = (): MenuTab => ({
  title: "",
  template: "grid-2x2",
  tiles: TEMPLATES["grid-2x2"].places.map(freshTile),
});

const withTab = (content: MenuContent, index: number, tab: MenuTab): MenuContent => ({
  ...content,
  tabs: content.tabs.map((one, i) => (i === index ? tab : one)),
});

export function editTab(content: MenuContent, index: number, part: Partial<MenuTab>): MenuContent {
  const tab = content.tabs[index];
  return tab ? withTab(content, index, { ...tab, ...part }) : content;
}

export function editTile(
  content: MenuContent,
  index: number,
  at: number,
  part: Partial<MenuTile>,
): MenuContent {
  const tab = content.tabs[index];
  if (!tab) return content;
  return withTab(content, index, {
    ...tab,
    tiles: tab.tiles.map((tile, i) => (i === at ? { ...tile, ...part } : tile)),
  });
}

export function moveTile(content: MenuContent, index: number, at: number, by: -1 | 1): MenuContent {
  const tab = content.tabs[index];
  const [one, other] = [tab?.tiles[at], tab?.tiles[at + by]];
  if (!tab || !one || !other) return content;
  const tiles = tab.tiles.map((tile, i) => (i === at ? other : i === at + by ? one : tile));
  return withTab(content, index, { ...tab, tiles });
}

/** Another template: what has no place in it is kept aside, and comes back when there is room again. */
export function chooseTemplate(
  content: MenuContent,
  index: number,
  template: TemplateKey,
  aside: readonly MenuTile[],
): { content: MenuContent; aside: MenuTile[] } {
  const tab = content.tabs[index];
  if (!tab) return { content, aside: [...aside] };
  const places = TEMPLATES[template].places.length;
  const all = [...tab.tiles, ...aside];
  const tiles = Array.from({ length: places }, (_, i) => all[i] ?? freshTile());
  return { content: withTab(content, index, { ...tab, template, tiles }), aside: all.slice(places) };
}

/** The same with everything filled in that a picture needs, so that half-written menus can be looked at too. */
export const drawable = (content: MenuContent): MenuContent => ({
  chatBarText: "…",
  tabs: content.tabs.map((tab) => ({
    ...tab,
    title: cutGraphemes(tab.title.trim() || "…", MENU_LIMITS.tabTitle),
    tiles: tab.tiles.map((tile) => ({
      ...tile,
      label: cutGraphemes(tile.label.trim() || "…", MENU_LIMITS.label),
      note: cutGraphemes(tile.note.trim(), MENU_LIMITS.note),
      action: { kind: "preferences" },
    })),
  })),
});
