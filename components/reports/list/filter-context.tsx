"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useOptimistic, useTransition } from "react";
import { type ReportFilter, toSearchParams } from "@/lib/reports/search";
import type { Pane } from "./list-data";

type FilterState = {
  /** As chosen: changes at once, before the server has answered. */
  filter: ReportFilter;
  pane: Pane;
  /** The server has not answered the last change yet. */
  pending: boolean;
  /** Changes part of the filter; the page starts at the top. `replace`: no step in the browser's history. */
  change: (part: Partial<ReportFilter>, options?: { replace?: boolean }) => void;
  show: (pane: Pane) => void;
  /** The address of the list with part of the filter changed. */
  hrefWith: (part: Partial<ReportFilter>) => string;
};

const FilterContext = createContext<FilterState | null>(null);

export function useFilter(): FilterState {
  const state = useContext(FilterContext);
  if (!state) throw new Error("useFilter outside FilterProvider");
  return state;
}

const address = (filter: ReportFilter, pane: Pane): string => {
  const query = toSearchParams(filter);
  if (pane === "map") query.set("pane", "map");
  return query.size > 0 ? `/reports?${query}` : "/reports";
};

/** The one filter of list, map and counts. Its truth is the URL; here it only runs ahead of it. */
export function FilterProvider({
  filter,
  pane,
  children,
}: {
  filter: ReportFilter;
  pane: Pane;
  children: ReactNode;
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [shown, setShown] = useOptimistic({ filter, pane });
  const value = useMemo<FilterState>(() => {
    const go = (next: { filter: ReportFilter; pane: Pane }, replace: boolean) =>
      startTransition(() => {
        setShown(next);
        const href = address(next.filter, next.pane);
        if (replace) router.replace(href, { scroll: false });
        else router.push(href, { scroll: false });
      });
    const withPart = (part: Partial<ReportFilter>) => ({ ...shown.filter, cursor: null, ...part });
    return {
      filter: shown.filter,
      pane: shown.pane,
      pending,
      change: (part, options) => go({ filter: withPart(part), pane: shown.pane }, options?.replace ?? false),
      show: (next) => go({ filter: shown.filter, pane: next }, true),
      hrefWith: (part) => address(withPart(part), shown.pane),
    };
  }, [shown, pending, router, setShown]);
  return <FilterContext value={value}>{children}</FilterContext>;
}
