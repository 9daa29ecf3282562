import type { Metadata } from "next";
import { AnalyticsView } from "@/components/analytics/analytics-view";
import { CountedBoard } from "@/components/analytics/counted-board";
import { analyticsLabels } from "@/components/analytics/labels";
import { loadAnalytics } from "@/lib/analytics/loaders";

export const metadata: Metadata = { title: analyticsLabels.title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

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
