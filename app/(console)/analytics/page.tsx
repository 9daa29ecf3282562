import type { Metadata } from "next";
import { AnalyticsView } from "@/components/analytics/analytics-view";
import { CountedBoard } from "@/components/analytics/counted-board";
import { analyticsLabels, TAB_LABELS } from "@/components/analytics/labels";
import { findShownTab, loadAnalytics } from "@/lib/analytics/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: analyticsLabels.pageTitle(TAB_LABELS[await findShownTab(await searchParams)]) };
}

export default async function AnalyticsPage({ searchParams }: Props) {
  const { now, tabs, ...loaded } = await loadAnalytics(await searchParams);
  return (
    <AnalyticsView
      now={now}
      tabs={tabs}
      cityName={loaded.cityName}
      search={loaded.search}
      range={loaded.range}
    >
      <CountedBoard loaded={loaded} />
    </AnalyticsView>
  );
}
