"use client";

import { useEffect, useRef } from "react";
import { cx } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { deskLabels as t } from "./labels";

const PAGES = [
  ["entries", "/bot"],
  ["misses", "/bot/misses"],
  ["try", "/bot/try"],
  ["topics", "/bot/topics"],
  ["versions", "/bot/versions"],
] as const;
export type BotPage = (typeof PAGES)[number][0];

/** The pages of 応答. `openMisses`: questions that wait for somebody. */
export function BotNav({ current, openMisses }: { current: BotPage; openMisses: number }) {
  const here = useRef<HTMLAnchorElement>(null);
  // At phone width the pages stand in a row that scrolls: the current one has to be in it.
  useEffect(() => {
    void here.current?.scrollIntoView({ inline: "center", block: "nearest" });
  }, []);
  return (
    <nav aria-label={t.nav} className="-mx-4 overflow-x-auto border-b border-line px-4 md:-mx-8 md:px-8">
      <ul className="flex gap-1">
        {PAGES.map(([page, href]) => (
          <li key={page} className="shrink-0">
            <Link
              href={href}
              ref={page === current ? here : null}
              aria-current={page === current ? "page" : undefined}
              className={cx(
                "-mb-px flex min-h-11 items-center gap-2 rounded-t-6 border-b-3 px-3 whitespace-nowrap no-underline outline-offset-[-2px] sm:px-4",
                page === current
                  ? "border-accent font-bold text-ink"
                  : "border-transparent text-muted hover:text-ink",
              )}
            >
              {t.pages[page]}
              {page === "misses" && openMisses > 0 && (
                <span className="rounded-full bg-warning-soft px-2 text-xs leading-5 font-bold text-warning-ink tabular">
                  <span aria-hidden>{openMisses.toLocaleString("ja-JP")}</span>
                  <span className="sr-only">{t.openMisses(openMisses)}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
