import { expect, it } from "vitest";
import { kumamotoCategories } from "@/lib/presets/kumamoto/categories";
import { kumamotoGarbageCategories } from "@/lib/presets/kumamoto/garbage-categories";
import { musashinoCategories } from "@/lib/presets/musashino/categories";
import { musashinoGarbageCategories } from "@/lib/presets/musashino/garbage-categories";
import { isIconName } from "./icon";

const rows = [
  ...kumamotoCategories,
  ...musashinoCategories,
  ...kumamotoGarbageCategories,
  ...musashinoGarbageCategories,
];
it.each(rows.map(({ key, icon }) => [key, icon] as const))("the icon of %s is drawn: %s", (_key, icon) =>
  expect(icon === null || isIconName(icon)).toBe(true),
);
