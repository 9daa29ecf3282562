import type { Metadata } from "next";
import { newLabels } from "@/components/broadcasts/labels";
import { NewForm } from "@/components/broadcasts/new-form";
import { loadNewBroadcast } from "@/lib/broadcasts/loaders";

export const metadata: Metadata = { title: newLabels.title };

export default async function NewBroadcastPage() {
  return <NewForm {...(await loadNewBroadcast())} />;
}
