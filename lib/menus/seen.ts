import { z } from "zod";
import { MENU_MODES } from "@/db/enums";
import { aliasOf, type Box } from "./layout";
import { markOf, type Wanted, type WantedMenu } from "./wanted";

/** What LINE says of its own menus. */
export type AtLine = {
  menus: { richMenuId: string; name: string; areas: { bounds: Box; action: { type?: string } }[] }[];
  aliases: { alias: string; richMenuId: string }[];
  /** The menu of everybody without one of their own; null: none by API. */
  standing: string | null;
};

const place = z.object({ mode: z.enum(MENU_MODES), tab: z.number() });
const difference = z.discriminatedUnion("kind", [
  /** Everybody sees another menu than wanted; `shows` null: none of ours. */
  z.object({ kind: z.literal("default"), shows: place.nullable() }),
  z.object({ kind: z.literal("alias"), alias: z.string() }),
  z.object({ kind: z.literal("missing"), ...place.shape }),
  z.object({ kind: z.literal("areas"), ...place.shape }),
]);
export type Difference = z.infer<typeof difference>;

/** What the page shows of an answer. Ids are LINE's own, for whoever compares them by hand. */
export const seenSchema = z.object({
  /** The menu that everybody sees, when it is one of ours as they are wanted now. */
  shows: place.nullable(),
  standing: z.string().nullable(),
  menus: z.array(
    place.extend({
      title: z.string(),
      richMenuId: z.string().nullable(),
      areas: z.number(),
      alias: z.string(),
    }),
  ),
  aliases: z.array(z.object({ alias: z.string(), leadsTo: place.nullable() })),
  differences: z.array(difference),
});
export type Seen = z.infer<typeof seenSchema>;

const shape = (areas: AtLine["menus"][number]["areas"]) =>
  JSON.stringify(
    areas.map(({ bounds: { x, y, width, height }, action }) => [x, y, width, height, action.type ?? ""]),
  );

/** Is this menu of LINE's the wanted one: made from the same, and with the same places to tap? */
export const isSame = (menu: AtLine["menus"][number], wanted: WantedMenu): boolean =>
  markOf(menu.name) === wanted.mark && shape(menu.areas) === shape(wanted.request.areas);

/** Compares what LINE holds with what is wanted. */
export function compare(wanted: Wanted, line: AtLine): Seen {
  const byId = new Map(line.menus.map((menu) => [menu.richMenuId, markOf(menu.name)]));
  const placeOf = (richMenuId: string | null) => {
    const mark = richMenuId === null ? null : byId.get(richMenuId);
    const menu = wanted.menus.find((one) => one.mark === mark);
    return menu ? { mode: menu.mode, tab: menu.tab } : null;
  };
  const aliasAt = new Map(line.aliases.map(({ alias, richMenuId }) => [alias, richMenuId]));
  const differences: Difference[] = [];
  const shows = placeOf(line.standing);
  if (shows?.mode !== wanted.mode || shows.tab !== 1) differences.push({ kind: "default", shows });
  const aliases = wanted.aliases.map(({ alias, mark }) => {
    const richMenuId = aliasAt.get(alias) ?? null;
    if (richMenuId === null || byId.get(richMenuId) !== mark) differences.push({ kind: "alias", alias });
    return { alias, leadsTo: placeOf(richMenuId) };
  });
  const menus = wanted.menus.map(({ mode, tab, title, mark, request }) => {
    const found = line.menus.find((menu) => markOf(menu.name) === mark);
    if (!found) differences.push({ kind: "missing", mode, tab });
    else if (shape(found.areas) !== shape(request.areas)) differences.push({ kind: "areas", mode, tab });
    return {
      mode,
      tab,
      title,
      richMenuId: found?.richMenuId ?? null,
      areas: found?.areas.length ?? 0,
      alias: aliasOf(mode, tab),
    };
  });
  return { shows, standing: line.standing, menus, aliases, differences };
}
