"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { cx } from "@/components/ui/class-names";
import { Drawer } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { shellLabels } from "./labels";
import { NavLinks } from "./nav-links";
import { isCurrent, type NavItem } from "./navigation";

const TABS = 4;
const CELL =
  "flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs leading-4 no-underline outline-offset-[-3px] rounded-8";

/** The bottom bar at phone width: the first entries, and a drawer for everything. */
export function TabBar({ items, children }: { items: NavItem[]; children?: ReactNode }) {
  const path = usePathname();
  const [open, setOpen] = useState(false);
  const shown = items.slice(0, TABS);
  return (
    <>
      <nav
        aria-label={shellLabels.navigation}
        className="fixed inset-x-0 bottom-0 z-40 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
      >
        {shown.map((item) => {
          const here = isCurrent(item.href, path);
          return (
            <Link
              key={item.key}
              href={item.href}
              aria-current={here ? "page" : undefined}
              className={cx(CELL, "flex-1", here ? "font-bold text-link" : "text-muted")}
            >
              <Icon name={item.icon} size={22} />
              {item.label}
            </Link>
          );
        })}
        <button type="button" onClick={() => setOpen(true)} className={cx(CELL, "flex-1 text-muted")}>
          <Icon name="menu" size={22} />
          {shellLabels.menu}
        </button>
      </nav>
      <Drawer open={open} onOpenChange={setOpen} title={shellLabels.menu} side="left">
        <div className="-mx-2 flex flex-col gap-4">
          <NavLinks items={items} onGo={() => setOpen(false)} />
          {children}
        </div>
      </Drawer>
    </>
  );
}
