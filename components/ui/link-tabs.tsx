import Link from "next/link";
import { cx } from "./class-names";

export type LinkTab = { key: string; label: string; href: string };

/** Parts of a page that have addresses of their own: links that look like tabs, one of them the present one. */
export function LinkTabs({
  label,
  tabs,
  current,
}: {
  label: string;
  tabs: readonly LinkTab[];
  current: string;
}) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.key}>
            <Link
              href={tab.href}
              aria-current={tab.key === current ? "page" : undefined}
              className={cx(
                "-mb-px flex min-h-11 items-center rounded-t-6 border-b-3 px-4 whitespace-nowrap outline-offset-[-2px] hover:text-ink",
                tab.key === current ? "border-accent font-bold text-ink" : "border-transparent text-muted",
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
