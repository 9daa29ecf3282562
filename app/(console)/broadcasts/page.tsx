import type { Metadata } from "next";
import { deskLabels } from "@/components/broadcasts/labels";
import { BroadcastsView } from "@/components/broadcasts/list/broadcasts-view";
import { loadBroadcasts } from "@/lib/broadcasts/loaders";

export const metadata: Metadata = { title: deskLabels.list };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BroadcastsPage({ searchParams }: Props) {
  return <BroadcastsView {...(await loadBroadcasts(await searchParams))} />;
}
