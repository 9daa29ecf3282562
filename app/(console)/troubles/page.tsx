import type { Metadata } from "next";
import { troubleLabels } from "@/components/troubles/labels";
import { TroublesView } from "@/components/troubles/troubles-view";
import { loadTroubles } from "@/lib/troubles/loaders";

export const metadata: Metadata = { title: troubleLabels.title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TroublesPage({ searchParams }: Props) {
  const { search, ...troubles } = await loadTroubles(await searchParams);
  return <TroublesView troubles={troubles} search={search} />;
}
