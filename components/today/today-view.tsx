import { STATUS_LOOK } from "@/components/reports/status-badge";
import { MessageLine } from "@/components/troubles/message-line";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { longDate } from "@/lib/core/time";
import { reportsHref } from "@/lib/reports/search";
import { OPEN_STATUSES } from "@/lib/reports/status";
import type { Today, Trouble } from "@/lib/today/view";
import { todayLabels } from "./labels";
import { ReportLines } from "./report-lines";
import { StatTile } from "./stat-tile";

const late = reportsHref({ overdue: true, sort: "due", descending: false });
const unseen = reportsHref({ status: ["received"] });

export function TodayView({ today }: { today: Today }) {
  const { summary, mine } = today;
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader title={todayLabels.title} lead={longDate(today.now)} />
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
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-2">
        <Panel title={todayLabels.newest} actions={<TextLink href={unseen}>{todayLabels.all}</TextLink>}>
          {today.newest.length > 0 ? (
            <ReportLines rows={today.newest} now={today.now} cityName={today.cityName} />
          ) : (
            <EmptyState title={todayLabels.newestEmpty}>{todayLabels.newestEmptyWhy}</EmptyState>
          )}
        </Panel>
        <Panel title={todayLabels.late} actions={<TextLink href={late}>{todayLabels.all}</TextLink>}>
          {today.late.length > 0 ? (
            <ReportLines rows={today.late} now={today.now} cityName={today.cityName} showDue />
          ) : (
            <EmptyState icon="circle-check" title={todayLabels.lateEmpty}>
              {todayLabels.lateEmptyWhy}
            </EmptyState>
          )}
        </Panel>
      </div>
      {today.trouble && <TroublePanel trouble={today.trouble} now={today.now} />}
    </div>
  );
}

function TroublePanel({ trouble, now }: { trouble: Trouble; now: Date }) {
  const { counts, newest } = trouble;
  return (
    <Panel title={todayLabels.trouble} actions={<TextLink href="/troubles">{todayLabels.all}</TextLink>}>
      <div className="flex flex-col gap-2">
        {counts.parked > 0 && (
          <Notice
            tone="warning"
            title={
              <TextLink href="/troubles">
                {todayLabels.parked} {counts.parked}
                {todayLabels.unit}
              </TextLink>
            }
          >
            {todayLabels.parkedWhy}
          </Notice>
        )}
        {newest.length > 0 ? (
          <>
            <p className="text-sm leading-6 text-muted tabular">
              {todayLabels.unknown} {counts.unknown}
              {todayLabels.unit}・{todayLabels.failed} {counts.failed}
              {todayLabels.unit}
            </p>
            <ul className="-mb-3 divide-y divide-line">
              {newest.map((row) => (
                <MessageLine key={row.id} row={row} now={now} />
              ))}
            </ul>
          </>
        ) : (
          <EmptyState icon="circle-check" title={todayLabels.troubleEmpty}>
            {todayLabels.troubleEmptyWhy}
          </EmptyState>
        )}
      </div>
    </Panel>
  );
}
