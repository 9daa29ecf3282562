import type { Metadata } from "next";
import { cache } from "react";
import { EntryPage } from "@/components/chatbot/entry/entry-page";
import { loadBotEntry } from "@/lib/chatbot/desk/loaders";

type Props = { params: Promise<{ key: string }> };

/** The title and the page read the entry once. */
const load = cache(loadBotEntry);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).key)).typed.title };
}

export default async function BotEntryPage({ params }: Props) {
  return <EntryPage loaded={await load((await params).key)} />;
}
