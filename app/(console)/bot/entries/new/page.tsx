import type { Metadata } from "next";
import { EntryPage } from "@/components/chatbot/entry/entry-page";
import { entryLabels } from "@/components/chatbot/entry/labels";
import { loadNewBotEntry } from "@/lib/chatbot/desk/loaders";

export const metadata: Metadata = { title: entryLabels.newTitle };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewBotEntryPage({ searchParams }: Props) {
  return <EntryPage loaded={await loadNewBotEntry(await searchParams)} />;
}
