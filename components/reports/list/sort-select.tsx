"use client";

import { Select } from "@/components/ui/select";
import { REPORT_SORTS, type ReportSort } from "@/lib/reports/search";
import { useFilter } from "./filter-context";
import { listLabels } from "./labels";

const DESCENDING: Record<ReportSort, boolean> = {
  received: true,
  updated: true,
  number: true,
  status: false,
  due: false,
};

/** The order, where there are no column heads to press. */
export function SortSelect() {
  const { filter, change } = useFilter();
  return (
    <Select
      label={listLabels.sortBy}
      labelHidden
      size="sm"
      choices={REPORT_SORTS.map((id) => ({ id, label: listLabels.sorts[id] }))}
      value={filter.sort}
      onChange={(id) => {
        const sort = REPORT_SORTS.find((known) => known === id);
        if (sort) change({ sort, descending: DESCENDING[sort] });
      }}
      className="min-w-0 max-w-40"
    />
  );
}
