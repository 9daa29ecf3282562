import type { MenuPlan, MenuTile } from "./plan";

/** Pixels. LINE: width 800-2500, height ≥ 250, width/height ≥ 1.45, at most 20 areas (Rich menu object). */
export const MENU_SIZE = { width: 2500, height: 1686 };
const LARGE_WIDTH = 980;

export type Box = { x: number; y: number; width: number; height: number };
export type PlacedTile = { tile: MenuTile; box: Box };

/** Where the tiles lie: the large one on the left (with one under it on a third of the height), the small ones in one or two columns beside it, no gap unused. */
export function placeTiles(plan: MenuPlan): PlacedTile[] {
  const { width, height } = MENU_SIZE;
  const columns = plan.small.length <= 3 ? 1 : 2;
  const rows = Math.ceil(plan.small.length / columns);
  const cut = (total: number, parts: number, i: number) => Math.round((total * i) / parts);
  const largeHeight = plan.under ? cut(height, 3, 2) : height;
  const placed: PlacedTile[] = [
    { tile: plan.large, box: { x: 0, y: 0, width: LARGE_WIDTH, height: largeHeight } },
  ];
  if (plan.under) {
    const box = { x: 0, y: largeHeight, width: LARGE_WIDTH, height: height - largeHeight };
    placed.push({ tile: plan.under, box });
  }
  for (const [i, tile] of plan.small.entries()) {
    const row = Math.floor(i / columns);
    const lone = columns === 2 && i === plan.small.length - 1 && i % 2 === 0;
    const column = i % columns;
    const x = LARGE_WIDTH + cut(width - LARGE_WIDTH, columns, column);
    const right = LARGE_WIDTH + (lone ? width - LARGE_WIDTH : cut(width - LARGE_WIDTH, columns, column + 1));
    const y = cut(height, rows, row);
    placed.push({ tile, box: { x, y, width: right - x, height: cut(height, rows, row + 1) - y } });
  }
  return placed;
}

type RichMenuArea = { bounds: Box; action: Record<string, string> };
export type RichMenuRequest = {
  size: { width: number; height: number };
  selected: boolean;
  name: string;
  chatBarText: string;
  areas: RichMenuArea[];
};

function actionOf(tile: MenuTile): Record<string, string> {
  if (tile.action.kind === "call")
    return { type: "uri", label: tile.label, uri: `tel:${tile.action.number.replaceAll("-", "")}` };
  return {
    type: "postback",
    label: tile.label,
    data: tile.action.kind === "preferences" ? "p=open" : `start=${tile.action.scenario}`,
    displayText: tile.label,
    // Makes room for the question and its buttons.
    inputOption: "closeRichMenu",
  };
}

/** The object LINE takes. `mark` is put behind the name: what a published menu was made from. */
export const richMenuRequest = (plan: MenuPlan, mark: string): RichMenuRequest => ({
  size: MENU_SIZE,
  selected: true,
  name: `${plan.name} ${mark}`,
  chatBarText: plan.chatBarText,
  areas: placeTiles(plan).map(({ tile, box }) => ({ bounds: box, action: actionOf(tile) })),
});
