import { z } from "zod";

/** Icons the drawing knows: lib/menus/icons.ts. */
export const MENU_ICONS = [
  "report",
  "road",
  "river",
  "park",
  "theft",
  "sewer",
  "phone",
  "water",
  "settings",
] as const;

const action = z.discriminatedUnion("kind", [
  /** Starts a scenario, or a branch of one: `report`, `report.road`. */
  z.object({ kind: z.literal("start"), scenario: z.string().regex(/^[a-z0-9_-]+(\.[a-z0-9_-]+)?$/) }),
  /** Opens 受信設定 in the talk. */
  z.object({ kind: z.literal("preferences") }),
  z.object({ kind: z.literal("call"), number: z.string().regex(/^[#0-9][0-9-]*$/) }),
]);

const tile = z.object({
  label: z.string().min(1).max(14),
  note: z.string().max(22).optional(),
  icon: z.enum(MENU_ICONS),
  tone: z.enum(["main", "plain", "urgent"]),
  action,
});

/** A rich menu as data: one large tile, perhaps one under it, and two to six small ones. Settings key `menu`. */
export const menuPlan = z.object({
  name: z.string().min(1).max(200),
  /** Grapheme clusters, LINE's limit on chatBarText is 14. */
  chatBarText: z.string().min(1).max(14),
  city: z.string().min(1),
  large: tile,
  under: tile.optional(),
  small: z.array(tile).min(2).max(6),
});
export type MenuPlan = z.infer<typeof menuPlan>;
export type MenuTile = z.infer<typeof tile>;
