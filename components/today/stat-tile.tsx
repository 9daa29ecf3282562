import { cx } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { todayLabels } from "./labels";

/** One number and where it leads. A zero is calm: no colour asks for attention that nothing needs. */
export function StatTile({
  href,
  label,
  count,
  icon,
  colors,
}: {
  href: string;
  label: string;
  count: number;
  icon: IconName;
  /** Background and text of the icon while the count is not zero. */
  colors: string;
}) {
  return (
    <Link
      href={href}
      className="group flex items-center gap-2.5 rounded-12 border border-line bg-surface px-3 py-3 sm:gap-3 sm:px-4 sm:py-3.5 no-underline transition-colors hover:border-control hover:bg-hover"
    >
      <span
        className={cx(
          "grid size-9 shrink-0 place-items-center rounded-8",
          count > 0 ? colors : "bg-sunken text-subtle",
        )}
      >
        <Icon name={icon} />
      </span>
      <span className="min-w-0 leading-tight">
        <span className="block text-sm leading-5 text-muted">{label}</span>
        <span className="block text-2xl font-bold leading-8 tabular">
          {count.toLocaleString("ja-JP")}
          <span className="ml-1 text-sm font-normal text-muted">{todayLabels.unit}</span>
        </span>
      </span>
    </Link>
  );
}
