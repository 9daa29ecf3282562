"use client";

import { useEffect, useRef } from "react";
import { cx } from "./class-names";
import { Link } from "./link";

export type LinkTab = { key: string; label: string; href: string };

/** Parts of a page that have addresses of their own: links that look like tabs, the present one always in sight. */
export function LinkTabs({
  label,
  tabs,
  current,
}: {
  label: string;
  tabs: readonly LinkTab[];
  current: string;
}) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = nav.current?.querySelector(`[data-tab="${current}"]`);
    here?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  return (
    <nav ref={nav} aria-label={label} className="overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.key} data-tab={tab.key} className="shrink-0">
            <Link
              href={tab.href}
              aria-current={tab.key === current ? "page" : undefined}
              className={cx(
                "-mb-px flex min-h-11 items-center rounded-t-6 border-b-3 px-4 whitespace-nowrap no-underline outline-offset-[-2px] hover:text-ink",
                tab.key === current
                  ? "border-accent font-bold text-ink forced-colors:border-[Highlight]"
                  : "border-transparent text-muted forced-colors:border-[Canvas]",
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
