"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { cx } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import {
  MISS_PERIODS,
  MISS_SHELVES,
  MISS_SORTS,
  type MissSearch,
  type MissShelf,
  missesHref,
} from "@/lib/chatbot/misses/search";
import { periodLabel, SHELF_LABELS, SORT_LABELS, missLabels as t } from "./labels";

const ANY = "any";

type Props = { search: MissSearch; counts: Record<MissShelf, number> };

/** Which questions to see: by what was decided, since when, in which order. */
export function MissFilter({ search, counts }: Props) {
  const router = useRouter();
  const [shown, setShown] = useOptimistic(search);
  const [, start] = useTransition();
  const change = (part: Partial<MissSearch>) =>
    start(() => {
      const next = { ...shown, ...part, page: 1 };
      setShown(next);
      router.push(missesHref(next), { scroll: false });
    });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <nav aria-label={t.shelves}>
        <ul className="flex flex-wrap gap-2">
          {MISS_SHELVES.map((shelf) => (
            <li key={shelf}>
              <Link
                href={missesHref({ ...search, shelf, page: 1 })}
                scroll={false}
                prefetch={false}
                aria-current={search.shelf === shelf ? "true" : undefined}
                className={cx(
                  "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap no-underline pointer-coarse:min-h-11",
                  search.shelf === shelf
                    ? "border-accent bg-accent-soft font-bold text-link"
                    : "border-line bg-surface text-ink hover:bg-hover",
                )}
              >
                {SHELF_LABELS[shelf]}
                <span className="text-muted tabular">{counts[shelf].toLocaleString("ja-JP")}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-wrap gap-3">
        <Select
          label={t.period}
          labelHidden
          size="sm"
          choices={[null, ...MISS_PERIODS].map((days) => ({
            id: String(days ?? ANY),
            label: periodLabel(days),
          }))}
          value={String(shown.days ?? ANY)}
          onChange={(id) => change({ days: MISS_PERIODS.find((days) => String(days) === id) ?? null })}
        />
        {search.shelf === "open" && (
          <Select
            label={t.sort}
            labelHidden
            size="sm"
            choices={MISS_SORTS.map((id) => ({ id, label: SORT_LABELS[id] }))}
            value={shown.sort}
            onChange={(id) => change({ sort: MISS_SORTS.find((sort) => sort === id) ?? "count" })}
          />
        )}
      </div>
    </div>
  );
}
