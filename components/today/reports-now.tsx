import { STATUS_LOOK } from "@/components/reports/status-badge";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link-button";
import { reportsHref } from "@/lib/reports/search";
import { OPEN_STATUSES } from "@/lib/reports/status";
import type { Today } from "@/lib/today/view";
import { todayLabels } from "./labels";
import { ReportLines } from "./report-lines";
import { StatTile } from "./stat-tile";

type Reports = NonNullable<Today["reports"]>;
const late = reportsHref({ overdue: true, sort: "due", descending: false });
const unseen = reportsHref({ status: ["received"] });

/** How many reports stand where; each number leads to them. */
export function ReportTiles({ reports: { summary, mine } }: { reports: Reports }) {
  return (
    <section
      aria-label={todayLabels.waiting}
      className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-5"
    >
      {(["received", "checking", "working"] as const).map((status) => (
        <StatTile
          key={status}
          href={reportsHref({ status: [status] })}
          label={todayLabels[status]}
          count={summary.byStatus[status]}
          icon={STATUS_LOOK[status].icon}
          colors={STATUS_LOOK[status].soft}
        />
      ))}
      <StatTile
        href={late}
        label={todayLabels.overdue}
        count={summary.overdue}
        icon="clock"
        colors="bg-danger-soft text-danger-ink"
      />
      <StatTile
        href={reportsHref({ assignee: "me", status: [...OPEN_STATUSES] })}
        label={todayLabels.mine}
        count={mine.total}
        icon="user"
        colors="bg-accent-soft text-link"
      />
    </section>
  );
}

/** The newest that nobody has looked at, and those that are late. */
export function ReportPanels({ reports, now, cityName }: { reports: Reports; now: Date; cityName: string }) {
  return (
    <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-2">
      <Panel title={todayLabels.newest} actions={<TextLink href={unseen}>{todayLabels.all}</TextLink>}>
        {reports.newest.length > 0 ? (
          <ReportLines rows={reports.newest} now={now} cityName={cityName} />
        ) : (
          <EmptyState title={todayLabels.newestEmpty}>{todayLabels.newestEmptyWhy}</EmptyState>
        )}
      </Panel>
      <Panel title={todayLabels.late} actions={<TextLink href={late}>{todayLabels.all}</TextLink>}>
        {reports.late.length > 0 ? (
          <ReportLines rows={reports.late} now={now} cityName={cityName} showDue />
        ) : (
          <EmptyState icon="circle-check" title={todayLabels.lateEmpty}>
            {todayLabels.lateEmptyWhy}
          </EmptyState>
        )}
      </Panel>
    </div>
  );
}
