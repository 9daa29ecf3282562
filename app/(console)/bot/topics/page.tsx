import type { Metadata } from "next";
import { deskLabels } from "@/components/chatbot/desk/labels";
import { TopicsView } from "@/components/chatbot/desk/topics-view";
import { loadBotTopics } from "@/lib/chatbot/desk/loaders";

export const metadata: Metadata = { title: deskLabels.pages.topics };

export default async function BotTopicsPage() {
  return <TopicsView loaded={await loadBotTopics()} />;
}
