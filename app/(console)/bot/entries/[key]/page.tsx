import type { Metadata } from "next";
import { deskLabels } from "@/components/chatbot/desk/labels";
import { EntryPage } from "@/components/chatbot/entry/entry-page";
import { loadBotEntry } from "@/lib/chatbot/desk/loaders";

export const metadata: Metadata = { title: deskLabels.title };

type Props = { params: Promise<{ key: string }> };

export default async function BotEntryPage({ params }: Props) {
  return <EntryPage loaded={await loadBotEntry((await params).key)} />;
}
