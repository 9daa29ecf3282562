import type { Metadata } from "next";
import { DeskView } from "@/components/broadcasts/desk/desk-view";
import { deskLabels } from "@/components/broadcasts/labels";
import { loadBroadcast } from "@/lib/broadcasts/loaders";
import { loadDelivery } from "@/lib/delivery/loaders";

export const metadata: Metadata = { title: deskLabels.list };

type Props = { params: Promise<{ id: string }> };

export default async function BroadcastPage({ params }: Props) {
  const loaded = await loadBroadcast((await params).id);
  return <DeskView loaded={loaded} delivery={await loadDelivery(loaded.row)} />;
}
