import type { MenuMode } from "@/db/enums";
import type { Ctx } from "@/lib/core/context";
import { ok, type Result } from "@/lib/core/result";
import { menuSvg, missingLetters } from "./draw-gateway";
import { type MenuContent, menuContent } from "./plan";
import { findVersionById } from "./queries";

/** A tab as it would be published, and the letters of it that cannot be drawn. */
export async function drawPreview(
  _ctx: Ctx,
  input: { mode: MenuMode; tab: number; content: MenuContent },
): Promise<Result<{ svg: string; missing: string[] }>> {
  const { mode, content } = input;
  const index = Math.min(input.tab, content.tabs.length - 1);
  const tab = content.tabs[index];
  const words = [
    ...content.tabs.map((one) => one.title),
    ...(tab?.tiles ?? []).flatMap((tile) => [tile.label, tile.note]),
  ];
  return ok({ svg: menuSvg(mode, content, index), missing: missingLetters(words.join("")) });
}

/** A tab (from 1) of a version that was published; null when there is no such thing. */
export async function versionPicture(ctx: Ctx, asked: { id: number; tab: number }): Promise<string | null> {
  if (!Number.isInteger(asked.id) || asked.id < 1 || asked.id > 2_147_483_647) return null;
  const row = await findVersionById(ctx, asked.id);
  if (!row || row.state === "draft") return null;
  const content = menuContent.parse(row.content);
  const index = asked.tab - 1;
  return content.tabs[index] ? menuSvg(row.mode, content, index) : null;
}
