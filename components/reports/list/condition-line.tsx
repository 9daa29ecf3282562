"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { EMPTY_FILTER } from "@/lib/reports/search";
import { conditionsOf } from "./conditions";
import { useFilter } from "./filter-context";
import { listLabels } from "./labels";
import type { FilterChoices } from "./list-data";

/** What narrows the list, in words, each removable. Absent while nothing does. */
export function ConditionLine({ choices }: { choices: FilterChoices }) {
  const { filter, change } = useFilter();
  const conditions = conditionsOf(filter, choices);
  if (conditions.length === 0) return null;
  const { sort, descending } = filter;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <ul aria-label={listLabels.conditions} className="contents">
        {conditions.map((condition) => (
          <li key={condition.key}>
            <button
              type="button"
              onClick={() => change(condition.without)}
              aria-label={listLabels.clearOne(condition.text)}
              className="inline-flex min-h-7 items-center gap-1 rounded-6 bg-selected px-2 text-sm leading-5 text-link hover:bg-hover pointer-coarse:min-h-10"
            >
              {condition.text}
              <Icon name="x" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <Button
        variant="quiet"
        size="sm"
        onPress={() => change({ ...EMPTY_FILTER, sort, descending })}
        className="!min-h-7 text-muted pointer-coarse:!min-h-10"
      >
        {listLabels.clear}
      </Button>
    </div>
  );
}
