import { MessageLine } from "@/components/troubles/message-line";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { longDate } from "@/lib/core/time";
import type { Today, Trouble } from "@/lib/today/view";
import { DutyList } from "./duty-list";
import { todayLabels } from "./labels";
import { MovingList } from "./moving-list";
import { ReportPanels, ReportTiles } from "./reports-now";
import { TodayLive } from "./today-live";

/** What a person meets in the morning: what waits for them first, then how things stand. */
export function TodayView({ today }: { today: Today }) {
  const { now, reports, moving, trouble } = today;
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader title={todayLabels.title} lead={longDate(now)} />
      <TodayLive hearsReports={reports !== null} />
      {reports && <ReportTiles reports={reports} />}
      <DutyList duties={today.duties} />
      {reports && <ReportPanels reports={reports} now={now} cityName={today.cityName} />}
      {moving && <MovingList moving={moving} now={now} />}
      {trouble && <TroublePanel trouble={trouble} now={now} />}
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
