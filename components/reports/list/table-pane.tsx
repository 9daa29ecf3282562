"use client";

import { type RefObject, useMemo } from "react";
import { DataTable } from "@/components/table/data-table";
import { TableMenu } from "@/components/table/table-menu";
import { useRowKeys } from "@/components/table/use-row-keys";
import { useStored } from "@/components/table/use-stored";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { isNarrowed } from "@/lib/reports/search";
import type { ReportRow } from "@/lib/reports/view";
import { reportColumns } from "./columns";
import { useFilter } from "./filter-context";
import { listLabels } from "./labels";
import { ReportCard } from "./report-card";
import type { LiveList } from "./use-live-list";

const ALWAYS = ["number"];
const HIDDEN_AT_FIRST = ["updated"];
const readIds = (value: unknown) =>
  Array.isArray(value) ? value.filter((v) => typeof v === "string") : null;
const readFlag = (value: unknown) => (typeof value === "boolean" ? value : null);
const rowId = (row: ReportRow) => row.number;

export type TablePaneProps = {
  live: LiveList;
  now: Date;
  /** Addresses are shown without it. */
  cityName: string;
  selected: string | null;
  hovered: string | null;
  onHover: (number: string | null) => void;
  /** What scrolls: its top is where a calm list stands. */
  scroller: RefObject<HTMLDivElement | null>;
  className?: string;
};

export function TablePane(props: TablePaneProps) {
  const { live, now, cityName, selected, hovered, onHover, scroller, className } = props;
  const { filter, hrefWith, pending } = useFilter();
  const { page } = live.data;
  const [hidden, setHidden] = useStored("madoguchi.reports.hidden", HIDDEN_AT_FIRST, readIds);
  const [keys, setKeys] = useStored("madoguchi.keys", true, readFlag);
  useRowKeys(scroller, keys);
  const columns = useMemo(
    () => reportColumns({ filter, hrefWith, now, cityName, fresh: live.fresh }),
    [filter, hrefWith, now, cityName, live.fresh],
  );
  const showAll = () => {
    scroller.current?.scrollTo({ top: 0 });
    live.showAll();
  };
  return (
    <div className={cx("flex min-h-0 min-w-0 flex-col bg-surface", className)}>
      <div className="flex min-h-11 items-center gap-3 border-b border-line pr-2 pl-4">
        <p className="text-sm text-muted tabular">{listLabels.total(page.total)}</p>
        <LiveNotice live={live} firstPage={filter.cursor === null} onShow={showAll} topHref={hrefWith({})} />
        <span className="ml-auto hidden lg:inline-flex">
          <TableMenu
            columns={columns.filter((column) => !ALWAYS.includes(column.id))}
            hidden={hidden}
            onHiddenChange={setHidden}
            keys={keys}
            onKeysChange={setKeys}
          />
        </span>
      </div>
      <div
        ref={scroller}
        aria-busy={pending}
        className={cx(
          "min-h-0 flex-1 transition-opacity lg:scroll-pt-11 lg:overflow-auto",
          pending && "opacity-60",
        )}
      >
        {live.rows.length === 0 ? (
          <Nothing />
        ) : (
          <>
            <div className="hidden lg:block">
              <DataTable
                caption={listLabels.caption}
                columns={columns}
                rows={live.rows}
                rowId={rowId}
                hidden={hidden}
                rowState={(row) => ({
                  selected: row.number === selected,
                  hovered: row.number === hovered,
                  fresh: live.fresh.includes(row.id),
                })}
                onRowHover={onHover}
              />
            </div>
            <ul aria-label={listLabels.caption} className="divide-y divide-line lg:hidden">
              {live.rows.map((row) => (
                <ReportCard
                  key={row.id}
                  row={row}
                  now={now}
                  cityName={cityName}
                  fresh={live.fresh.includes(row.id)}
                />
              ))}
            </ul>
          </>
        )}
      </div>
      {(page.previous || page.next) && (
        <div className="border-t border-line px-4 py-2">
          <Pagination
            previous={page.previous && hrefWith({ cursor: page.previous })}
            next={page.next && hrefWith({ cursor: page.next })}
          />
        </div>
      )}
    </div>
  );
}

/** Quiet word of what came: already shown, or waiting for a press. */
function LiveNotice(props: { live: LiveList; firstPage: boolean; onShow: () => void; topHref: string }) {
  const { live, firstPage, onShow, topHref } = props;
  return (
    <div role="status" className="flex items-center gap-2 text-sm">
      {!live.connected && (
        <span className="flex items-center gap-1 text-warning-ink">
          <Icon name="wifi-off" size={16} />
          {listLabels.liveOff}
        </span>
      )}
      {live.waiting > 0 &&
        (firstPage ? (
          <Button size="sm" variant="primary" icon="arrow-up" onPress={onShow}>
            {listLabels.showArrived(live.waiting)}
          </Button>
        ) : (
          <LinkButton size="sm" variant="primary" icon="arrow-up" href={topHref} scroll={false}>
            {listLabels.showArrived(live.waiting)}
          </LinkButton>
        ))}
      {live.waiting === 0 && live.fresh.length > 0 && (
        <span className="flex items-center gap-1.5 font-medium text-link">
          <span aria-hidden className="size-2 rounded-full bg-accent" />
          {listLabels.arrived(live.fresh.length)}
        </span>
      )}
    </div>
  );
}

function Nothing() {
  const { filter } = useFilter();
  if (!isNarrowed(filter)) {
    return <EmptyState title={listLabels.noneYet}>{listLabels.noneYetWhy}</EmptyState>;
  }
  return (
    <EmptyState
      icon="search"
      title={listLabels.empty}
      action={
        <LinkButton href="/reports" scroll={false}>
          {listLabels.clear}
        </LinkButton>
      }
    >
      {listLabels.emptyWhy}
    </EmptyState>
  );
}
