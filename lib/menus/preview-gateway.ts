import type { MenuMode } from "@/db/enums";
import type { Ctx } from "@/lib/core/context";
import { ok, type Result } from "@/lib/core/result";
import { menuSvg, missingLetters } from "./draw-gateway";
import type { MenuContent } from "./plan";

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
