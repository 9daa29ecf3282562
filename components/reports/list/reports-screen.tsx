"use client";

import { useRef, useState } from "react";
import { cx } from "@/components/ui/class-names";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import { toSearchParams } from "@/lib/reports/search";
import { ConditionLine } from "./condition-line";
import { FilterBar } from "./filter-bar";
import { FilterProvider, useFilter } from "./filter-context";
import { listLabels } from "./labels";
import { type Pane, parsePane, type ReportListData } from "./list-data";
import { MapPane } from "./map-pane";
import { SortSelect } from "./sort-select";
import { StatusChips } from "./status-chips";
import { TablePane } from "./table-pane";
import { useLiveList } from "./use-live-list";
import { useWide } from "./use-wide";

/** Within this of its top a list counts as untouched. */
const TOP_PIXELS = 24;

/** Map and table side by side over one filter; at phone width one of them at a time. */
export function ReportsScreen({ data, pane, today }: { data: ReportListData; pane: Pane; today: string }) {
  return (
    <FilterProvider filter={data.filter} pane={pane}>
      <Screen data={data} today={today} />
    </FilterProvider>
  );
}

function Screen({ data, today }: { data: ReportListData; today: string }) {
  const { pane, show } = useFilter();
  const wide = useWide();
  const scroller = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const isCalm = () => {
    const box = scroller.current;
    if (data.filter.cursor !== null) return false;
    // Nobody's hand or focus is in the list, and it stands at its top.
    if (box?.querySelector(":focus-visible, tr:hover") || window.scrollY > 400) return false;
    return (box?.scrollTop ?? 0) < TOP_PIXELS;
  };
  const live = useLiveList(data, toSearchParams(data.filter).toString(), isCalm);
  const { summary, withoutPoint, now } = live.data;

  const select = (number: string | null) => {
    setSelected(number);
    const row = number && scroller.current?.querySelector(`tr[data-row="${CSS.escape(number)}"]`);
    if (row) row.scrollIntoView({ block: "nearest" });
  };
  const showMap = data.sketch !== null && (wide || pane === "map");
  return (
    <div className="relative flex-1 lg:min-h-144">
      <div
        className={cx(
          "flex flex-col lg:absolute lg:inset-0",
          // The map fills what the bars above and below leave of a phone's screen.
          pane === "map" && "max-lg:min-h-[calc(100dvh-7.125rem-env(safe-area-inset-bottom))]",
        )}
      >
        <header className="flex flex-col gap-2 border-b border-line bg-surface px-4 pt-3 pb-2 lg:px-5">
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <h1 className="text-xl font-bold leading-8">{listLabels.title}</h1>
            <FilterBar choices={data.choices} today={today} />
          </div>
          <StatusChips counts={summary.byStatus} overdue={summary.overdue} withoutPoint={withoutPoint} />
          <ConditionLine choices={data.choices} />
          <div className="flex items-center justify-between gap-3 lg:hidden">
            <SegmentedControl
              label={listLabels.views}
              segments={[
                { id: "list", label: listLabels.list, icon: "list" },
                { id: "map", label: listLabels.map, icon: "map" },
              ]}
              selected={pane}
              onSelect={(id) => show(parsePane(id))}
            />
            {pane === "list" && <SortSelect />}
          </div>
        </header>
        <div className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(16rem,5fr)_minmax(30rem,9fr)]">
          <div
            className={cx(
              "min-h-0 lg:flex lg:border-r lg:border-line",
              pane === "map" ? "flex flex-1" : "hidden",
            )}
          >
            {showMap && data.sketch ? (
              <MapPane
                sketch={data.sketch}
                tiles={data.tiles}
                version={live.version}
                withoutPoint={withoutPoint}
                selected={selected}
                onSelect={select}
                hovered={hovered}
                onHover={setHovered}
                className="min-h-72 w-full lg:min-h-0"
              />
            ) : (
              <Skeleton className="min-h-80 w-full !rounded-none" />
            )}
          </div>
          <TablePane
            live={live}
            now={now}
            cityName={data.cityName}
            selected={selected}
            hovered={hovered}
            onHover={setHovered}
            scroller={scroller}
            className={pane === "map" ? "max-lg:hidden" : ""}
          />
        </div>
      </div>
    </div>
  );
}
