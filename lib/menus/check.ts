import type { MenuMode } from "@/db/enums";
import { BAR_LETTERS, barTextWidth, placeTab } from "./layout";
import { lineWidth } from "./measure";
import type { MenuContent } from "./plan";
import { TEMPLATES } from "./templates";

/** `at`: the field it is about, as a path into the content: `tabs.0.tiles.2.label`. */
export type MenuProblem = { at: string; message: string };

const tooLong = (room: number) => `この場所には長すぎます。全角で${room}文字までにしてください。`;

/** Letters are never made smaller to fit, so what is too long is a problem of its own. */
function lengthsOf(content: MenuContent, index: number): MenuProblem[] {
  const at = `tabs.${index}`;
  const room = barTextWidth(content.tabs.length);
  const title = content.tabs[index]?.title ?? "";
  const problems: MenuProblem[] = [];
  if (content.tabs.length > 1 && lineWidth(title, BAR_LETTERS) > room)
    problems.push({ at: `${at}.title`, message: tooLong(Math.floor(room / BAR_LETTERS)) });
  for (const [i, { tile, look }] of placeTab(content, index).tiles.entries()) {
    for (const part of ["label", "note"] as const) {
      if (lineWidth(tile[part], look[part]) > look.textWidth)
        problems.push({
          at: `${at}.tiles.${i}.${part}`,
          message: tooLong(Math.floor(look.textWidth / look[part])),
        });
    }
  }
  return problems;
}

/** What is wrong with the menus of a mode beyond single fields; the same while typing and before publishing. */
export function problemsOf(mode: MenuMode, content: MenuContent): MenuProblem[] {
  const problems = content.tabs.flatMap((tab, index): MenuProblem[] => {
    const places = TEMPLATES[tab.template].places.length;
    const wrongCount =
      tab.tiles.length === places
        ? []
        : [{ at: `tabs.${index}.template`, message: `この配置には、ボタンが${places}個いります。` }];
    return [...wrongCount, ...lengthsOf(content, index)];
  });
  const titles = content.tabs.map((tab) => tab.title);
  for (const [index, title] of titles.entries()) {
    if (titles.indexOf(title) < index)
      problems.push({ at: `tabs.${index}.title`, message: "ほかのタブと違う名前にしてください。" });
  }
  // Changing what one receives and stopping it stays one tap away, on the first thing a resident sees.
  if (!content.tabs[0]?.tiles.some((tile) => tile.action.kind === "preferences"))
    problems.push({
      at: "tabs.0.tiles",
      message: "1つ目のタブには、「受信設定を開く」ボタンが必要です（配信を止める入り口を残すため）。",
    });
  if (mode === "disaster" && !content.tabs[0]?.tiles.some((tile) => tile.action.kind === "call"))
    problems.push({
      at: "tabs.0.tiles",
      message: "災害時の1つ目のタブには、電話をかけるボタンが必要です。",
    });
  return problems;
}
