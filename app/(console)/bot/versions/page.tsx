import type { Metadata } from "next";
import { deskLabels } from "@/components/chatbot/desk/labels";
import { VersionsView } from "@/components/chatbot/desk/versions-view";
import { loadBotVersions } from "@/lib/chatbot/desk/loaders";

export const metadata: Metadata = { title: deskLabels.pages.versions };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BotVersionsPage({ searchParams }: Props) {
  return <VersionsView loaded={await loadBotVersions(await searchParams)} />;
}
