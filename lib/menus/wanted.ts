import { MENU_MODES, type MenuMode } from "@/db/enums";
import { sha256 } from "@/lib/core/id";
import { aliasOf, type RichMenuRequest, richMenuRequest } from "./layout";
import { MENU_LIMITS, type MenuContent } from "./plan";

export type MenuContents = Record<MenuMode, MenuContent>;
export type WantedMenu = {
  mode: MenuMode;
  /** From 1. */
  tab: number;
  title: string;
  request: RichMenuRequest;
  /** What it was made from; stands behind the name of the menu at LINE. */
  mark: string;
  svg: string;
};
export type Wanted = {
  mode: MenuMode;
  menus: WantedMenu[];
  /** The mark that each alias has to lead to. */
  aliases: { alias: string; mark: string }[];
};

/** A name of ours at LINE ends with this. */
export const markOf = (name: string): string | null => / (#[0-9a-f]{10})$/.exec(name)?.[1] ?? null;
export const ALIAS_PREFIX = "madoguchi-";

/**
 * What LINE has to hold: the menus of both modes, so that switching uploads nothing, and all aliases that were ever given
 * out. An alias of the mode that is not shown, or of a tab that is no more, leads to the first tab of the one that is:
 * whoever still has an old menu before them and taps its tab comes to the right one.
 */
export function wantedMenus(
  mode: MenuMode,
  contents: MenuContents,
  draw: (mode: MenuMode, content: MenuContent, index: number) => string,
): Wanted {
  const menus = MENU_MODES.flatMap((each) =>
    contents[each].tabs.map(({ title }, index): WantedMenu => {
      const svg = draw(each, contents[each], index);
      const bare = richMenuRequest(each, contents[each], index, "");
      const mark = `#${sha256(`${JSON.stringify(bare)}${svg}`).slice(0, 10)}`;
      const name = `${each}-${index + 1} ${title} ${mark}`;
      return { mode: each, tab: index + 1, title, mark, svg, request: { ...bare, name } };
    }),
  );
  const markFor = (each: MenuMode, tab: number) =>
    menus.find((menu) => menu.mode === each && menu.tab === tab)?.mark;
  const first = markFor(mode, 1) ?? "";
  const aliases = MENU_MODES.flatMap((each) =>
    Array.from({ length: MENU_LIMITS.tabs }, (_, i) => ({
      alias: aliasOf(each, i + 1),
      mark: (each === mode ? markFor(each, i + 1) : undefined) ?? first,
    })),
  );
  return { mode, menus, aliases };
}
