import type { Metadata } from "next";
import { tilesFrom } from "@/components/map/map-data";
import { listLabels } from "@/components/reports/list/labels";
import { choicesOf, parsePane } from "@/components/reports/list/list-data";
import { ReportsScreen } from "@/components/reports/list/reports-screen";
import { isoDate } from "@/lib/core/time";
import { loadReports } from "@/lib/reports/loaders";

export const metadata: Metadata = { title: listLabels.title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReportsPage({ searchParams }: Props) {
  const query = await searchParams;
  const { facets, tileUrl, ...loaded } = await loadReports(query);
  const data = { ...loaded, choices: choicesOf(facets), tiles: tilesFrom(tileUrl) };
  return <ReportsScreen data={data} pane={parsePane(query.pane)} today={isoDate(data.now)} />;
}
