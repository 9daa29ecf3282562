import type { MenuMode } from "@/db/enums";
import { placeTab } from "@/lib/menus/layout";
import type { MenuContent } from "@/lib/menus/plan";
import { MODE_LABELS, menuLabels as t } from "./labels";

/** The pictures of a published version, a tab each, drawn by what draws them for LINE. */
export function MenuPictures({ menu }: { menu: { id: number; mode: MenuMode; content: MenuContent } }) {
  return (
    <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      {menu.content.tabs.map((tab, index) => {
        const { size } = placeTab(menu.content, index);
        const labels = tab.tiles.map((tile) => tile.label).join("、");
        return (
          <li key={tab.title}>
            <figure className="flex flex-col gap-1.5">
              <img
                src={`/api/menu/picture/${menu.id}/${index + 1}`}
                alt={t.picture(MODE_LABELS[menu.mode], tab.title, labels)}
                width={size.width}
                height={size.height}
                loading="lazy"
                className="h-auto w-full rounded-8 border border-line bg-sunken"
              />
              <figcaption className="text-sm leading-5 text-muted">
                {t.tabCaption(index + 1, tab.title)}
              </figcaption>
            </figure>
          </li>
        );
      })}
    </ul>
  );
}
