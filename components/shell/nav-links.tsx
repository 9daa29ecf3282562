"use client";

import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { shellLabels } from "./labels";
import { isCurrent, type NavItem } from "./navigation";

/** The list of sections: in the side bar, and in the drawer at phone width. */
export function NavLinks({ items, onGo }: { items: NavItem[]; onGo?: () => void }) {
  const path = usePathname();
  return (
    <nav aria-label={shellLabels.navigation}>
      <ul className="flex flex-col gap-0.5">
        {items.map((item) => {
          const here = isCurrent(item.href, path);
          return (
            <li key={item.key}>
              <Link
                href={item.href}
                onClick={onGo}
                aria-current={here ? "page" : undefined}
                className={cx(
                  "flex min-h-10 items-center gap-3 rounded-8 px-3 no-underline transition-colors pointer-coarse:min-h-11",
                  here ? "bg-selected font-bold text-link" : "text-muted hover:bg-hover hover:text-ink",
                )}
              >
                <Icon name={item.icon} />
                {item.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
