import { expect, it } from "vitest";
import { kumamotoCategories } from "@/lib/presets/kumamoto/categories";
import { musashinoCategories } from "@/lib/presets/musashino/categories";
import { isIconName } from "./icon";

it.each([...kumamotoCategories, ...musashinoCategories].map(({ key, icon }) => [key, icon] as const))(
  "the icon of %s is drawn: %s",
  (_key, icon) => expect(icon === null || isIconName(icon)).toBe(true),
);
