import type { messagingApi } from "@line/bot-sdk";
import { sha256 } from "@/lib/core/id";
import type { ChannelGateway } from "@/lib/line/channel-gateway";
import { drawMenu } from "./draw-gateway";
import { richMenuRequest } from "./layout";
import type { MenuPlan } from "./plan";

export const MENU_ALIAS = "madoguchi-main";

/**
 * Makes the plan the menu that every resident sees: create, upload, repoint the alias and the default, then delete the
 * one it replaces. Safe to repeat and to resume: a published menu carries the mark of what it was made from, and one
 * whose picture is missing gets it. Returns whether anything had to be published.
 */
export async function publishMenu(
  channel: ChannelGateway,
  plan: MenuPlan,
): Promise<"published" | "unchanged"> {
  const image = await drawMenu(plan);
  const mark = `#${sha256(`${JSON.stringify(richMenuRequest(plan, ""))}${sha256(image)}`).slice(0, 10)}`;
  const menus = await channel.listMenus();
  const known = menus.find((m) => m.name.endsWith(mark))?.richMenuId;
  const [target, standing] = await Promise.all([channel.aliasTarget(MENU_ALIAS), channel.defaultMenu()]);
  if (known && target === known && standing === known) return "unchanged";

  // The SDK's type asks for concrete action classes; the object is LINE's documented shape.
  const id = known ?? (await channel.createMenu(richMenuRequest(plan, mark) as messagingApi.RichMenuRequest));
  if (!(await channel.hasImage(id))) await channel.setImage(id, image);
  await channel.pointAlias(MENU_ALIAS, id, target !== null);
  await channel.setDefaultMenu(id);
  const replaced = menus.filter((m) => m.richMenuId !== id && /#[0-9a-f]{10}$/.test(m.name));
  for (const menu of replaced) await channel.deleteMenu(menu.richMenuId);
  return "published";
}
