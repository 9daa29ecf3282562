import "./print.css";
import { type ReactNode, Suspense } from "react";
import { PrintButton } from "@/components/reports/detail/print-button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { type AnalyticsSearch, analyticsHref, type Tab } from "@/lib/analytics/search";
import type { Range } from "@/lib/analytics/view";
import { clock, isoDate, longDate } from "@/lib/core/time";
import { BoardSkeleton } from "./board-skeleton";
import { TAB_LABELS, analyticsLabels as t } from "./labels";
import { NewsDesk } from "./news";
import { PeriodBar } from "./period-bar";
import { periodWords } from "./words";

/** The frame of 分析: tabs, period, and the board of the tab as soon as it is counted. */
export function AnalyticsView({
  now,
  cityName,
  search,
  range,
  tabs,
  children,
}: {
  now: Date;
  cityName: string;
  search: AnalyticsSearch;
  range: Range;
  tabs: readonly Tab[];
  children: ReactNode;
}) {
  const period = periodWords(range.period);
  return (
    <div className="analytics-sheet mx-auto flex w-full max-w-7xl flex-col gap-5 px-4 py-6 md:px-8 print:table print:max-w-none print:p-0">
      <div className="hidden print:table-header-group">
        <div className="flex justify-between border-b border-control pb-1 text-xs">
          <span>{t.source(cityName, `${TAB_LABELS[search.tab]}・${period}`)}</span>
          <span>{t.printedAt(`${longDate(now)} ${clock(now)}`)}</span>
        </div>
        <div className="h-3" />
      </div>
      <PageHeader
        title={t.title}
        lead={<span className="print:hidden">{t.lead}</span>}
        actions={
          <span className="print:hidden">
            <PrintButton />
          </span>
        }
      />
      <nav aria-label={t.tabs} className="flex gap-1 overflow-x-auto border-b border-line print:hidden">
        {tabs.map((tab) => (
          <Link
            key={tab}
            href={analyticsHref({ ...search, tab, tables: [] })}
            aria-current={tab === search.tab ? "page" : undefined}
            className="-mb-px flex min-h-11 items-center border-b-3 border-transparent px-1.5 whitespace-nowrap text-muted no-underline outline-offset-[-2px] hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-ink sm:px-4 forced-colors:border-[Canvas] forced-colors:aria-[current=page]:border-[Highlight]"
          >
            {TAB_LABELS[tab]}
          </Link>
        ))}
      </nav>
      <PeriodBar search={search} range={range} today={isoDate(now)} />
      <p className="-mt-1 text-sm leading-6 text-muted tabular">
        <span className="font-medium text-ink">{t.shown(period)}</span>
        {range.against && <span className="ml-3 inline-block">{t.against(periodWords(range.against))}</span>}
      </p>
      <NewsDesk>
        <Suspense key={search.tab} fallback={<BoardSkeleton tab={search.tab} />}>
          {children}
        </Suspense>
      </NewsDesk>
    </div>
  );
}
