import { Icon } from "@/components/ui/icon";
import type { GarbageCategory } from "@/lib/garbage/categories";
import { inkOn } from "@/lib/garbage/color";

/** A category by colour, picture and word; the colour as residents see it on their card. */
export function CategoryTag({
  category,
  fallback,
}: {
  category: GarbageCategory | undefined;
  fallback: string;
}) {
  if (!category) return <span className="text-sm text-muted">{fallback}</span>;
  return (
    <span
      className="inline-flex min-w-0 items-center gap-1.5 rounded-6 px-2 py-0.5 text-sm leading-6 font-bold"
      style={{ background: category.color, color: inkOn(category.color) }}
    >
      <Icon name={category.icon} size={16} className="shrink-0" />
      <span className="min-w-0 break-words">{category.label.ja}</span>
    </span>
  );
}
