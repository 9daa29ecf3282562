import type { Metadata } from "next";
import { menuLabels } from "@/components/menu/labels";
import { MenuView } from "@/components/menu/menu-view";
import { loadMenus } from "@/lib/menus/loaders";

export const metadata: Metadata = { title: menuLabels.title };

export default async function MenuPage() {
  return <MenuView loaded={await loadMenus()} />;
}
