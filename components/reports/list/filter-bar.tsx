"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Drawer } from "@/components/ui/dialog";
import { Popover } from "@/components/ui/popover";
import { SearchField } from "@/components/ui/search-field";
import { conditionsOf } from "./conditions";
import { useFilter } from "./filter-context";
import { AreaField, AssigneeField, CategoryField, PeriodField, SectionField } from "./filter-fields";
import { listLabels } from "./labels";
import type { FilterChoices } from "./list-data";

/** Search and filters in a row; below 1024 px the filters are in a drawer. */
export function FilterBar({ choices, today }: { choices: FilterChoices; today: string }) {
  const { filter, change } = useFilter();
  const [drawer, setDrawer] = useState(false);
  const active = conditionsOf({ ...filter, status: [], text: "", bbox: null }, choices).length;
  const fields = { filter, onChange: change, choices };
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <SearchBox />
      <div className="hidden items-center gap-2 lg:flex">
        <FilterMenu label={listLabels.category} count={filter.category.length}>
          <CategoryField {...fields} labelHidden />
        </FilterMenu>
        <FilterMenu label={listLabels.section} count={filter.section.length}>
          <SectionField {...fields} labelHidden />
        </FilterMenu>
        <FilterMenu label={listLabels.area} count={filter.area.length}>
          <AreaField {...fields} labelHidden />
        </FilterMenu>
        <FilterMenu label={listLabels.period} count={filter.from || filter.to ? 1 : 0}>
          <PeriodField {...fields} today={today} />
        </FilterMenu>
        <FilterMenu label={listLabels.assignee} count={filter.assignee === "any" ? 0 : 1}>
          <AssigneeField {...fields} labelHidden />
        </FilterMenu>
      </div>
      <Button
        icon="filter"
        onPress={() => setDrawer(true)}
        aria-label={`${listLabels.filters}${active > 0 ? ` ${listLabels.filterCount(active)}` : ""}`}
        className={cx("lg:hidden max-sm:px-2.5", active > 0 && "!border-link !text-link")}
      >
        <span className="max-sm:sr-only">{listLabels.filters}</span>
        {active > 0 && <span className="font-bold tabular">{active}</span>}
      </Button>
      <Drawer
        open={drawer}
        onOpenChange={setDrawer}
        title={listLabels.filters}
        footer={
          <Button variant="primary" onPress={() => setDrawer(false)} className="w-full">
            {listLabels.apply}
          </Button>
        }
      >
        <div className="flex flex-col gap-7">
          <CategoryField {...fields} folded />
          <SectionField {...fields} />
          <AreaField {...fields} />
          <PeriodField {...fields} today={today} />
          <AssigneeField {...fields} />
        </div>
      </Drawer>
    </div>
  );
}

/** Searches on Enter: not at every letter of a word that is still being converted. */
function SearchBox() {
  const { filter, change } = useFilter();
  const [typed, setTyped] = useState(filter.text);
  const [known, setKnown] = useState(filter.text);
  if (known !== filter.text) {
    setKnown(filter.text);
    setTyped(filter.text);
  }
  return (
    <SearchField
      label={listLabels.search}
      placeholder={listLabels.search}
      value={typed}
      onChange={setTyped}
      onSubmit={(text) => change({ text: text.trim() })}
      onClear={() => filter.text && change({ text: "" })}
      className="min-w-0 flex-1 lg:max-w-72"
    />
  );
}

function FilterMenu({ label, count, children }: { label: string; count: number; children: ReactNode }) {
  return (
    <Popover
      label={label}
      trigger={
        <Button
          iconAfter="chevron-down"
          className={cx("!px-3", count > 0 && "!border-link !bg-selected !text-link")}
        >
          {label}
          {count > 0 && <span className="font-bold tabular">{count}</span>}
        </Button>
      }
    >
      <div className="max-h-[60dvh] min-w-56 max-w-md">{children}</div>
    </Popover>
  );
}
