import type { Metadata } from "next";
import { EntriesView } from "@/components/chatbot/desk/entries-view";
import { deskLabels } from "@/components/chatbot/desk/labels";
import { loadBot } from "@/lib/chatbot/desk/loaders";

export const metadata: Metadata = { title: deskLabels.title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BotPage({ searchParams }: Props) {
  return <EntriesView loaded={await loadBot(await searchParams)} />;
}
