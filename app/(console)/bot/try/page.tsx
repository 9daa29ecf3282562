import type { Metadata } from "next";
import { BotFrame } from "@/components/chatbot/desk/bot-frame";
import { deskLabels } from "@/components/chatbot/desk/labels";
import { TrialView } from "@/components/chatbot/trial/trial-view";
import { loadTrial } from "@/lib/trial/loaders";

export const metadata: Metadata = { title: deskLabels.pages.try };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TrialPage({ searchParams }: Props) {
  const { frame, ...trial } = await loadTrial(await searchParams);
  return (
    <BotFrame page="try" frame={frame}>
      <TrialView {...trial} />
    </BotFrame>
  );
}
