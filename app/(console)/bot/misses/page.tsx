import type { Metadata } from "next";
import { deskLabels } from "@/components/chatbot/desk/labels";
import { MissesView } from "@/components/chatbot/misses/misses-view";
import { loadMisses } from "@/lib/chatbot/misses/loaders";

export const metadata: Metadata = { title: deskLabels.pages.misses };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MissesPage({ searchParams }: Props) {
  return <MissesView loaded={await loadMisses(await searchParams)} />;
}
