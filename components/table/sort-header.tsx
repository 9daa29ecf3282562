import { cx } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { tableLabels } from "./labels";

export type SortState = "ascending" | "descending" | null;

/** A column's head; a link when the server can sort by it. */
export function SortHeader({
  column,
}: {
  column?: { header: string; sort?: { href: string; state: SortState }; className?: string };
}) {
  if (!column) return <th scope="col" />;
  const { header, sort } = column;
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.state ?? "none") : undefined}
      className={cx(
        "border-b border-line bg-surface px-2 py-1.5 text-start font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4",
        column.className,
      )}
    >
      {sort ? (
        <Link
          href={sort.href}
          scroll={false}
          title={sort.state === "descending" ? tableLabels.sortUp : tableLabels.sortDown}
          className={cx(
            "-mx-1 inline-flex min-h-7 items-center gap-1 rounded-4 px-1 no-underline hover:text-ink",
            sort.state && "font-bold text-ink",
          )}
        >
          {header}
          <Icon
            name={
              sort.state === "ascending"
                ? "arrow-up"
                : sort.state === "descending"
                  ? "arrow-down"
                  : "arrow-up-down"
            }
            size={14}
            className={sort.state ? "" : "opacity-50"}
          />
        </Link>
      ) : (
        <span className="inline-flex min-h-7 items-center">{header}</span>
      )}
    </th>
  );
}
