"use client";

import type { ReactNode } from "react";
import { Tabs as RacTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { cx } from "./class-names";

export type TabItem = { id: string; label: ReactNode; content: ReactNode };

/** Tabs within a page. When the choice belongs in the URL, pass `selected` and `onSelect`. */
export function Tabs({
  label,
  items,
  selected,
  defaultSelected,
  onSelect,
  className,
}: {
  label: string;
  items: TabItem[];
  selected?: string;
  defaultSelected?: string;
  onSelect?: (id: string) => void;
  className?: string;
}) {
  return (
    <RacTabs
      selectedKey={selected}
      defaultSelectedKey={defaultSelected}
      onSelectionChange={(key) => onSelect?.(String(key))}
      className={cx("flex flex-col", className)}
    >
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="-mb-px flex min-h-11 cursor-default items-center gap-2 rounded-t-6 border-b-3 border-transparent px-4 whitespace-nowrap text-muted outline-offset-[-2px] data-hovered:text-ink data-selected:border-accent data-selected:font-bold data-selected:text-ink forced-colors:border-[Canvas] forced-colors:data-selected:border-[Highlight]"
          >
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="pt-4">
          {item.content}
        </TabPanel>
      ))}
    </RacTabs>
  );
}
