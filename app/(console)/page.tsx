import type { Metadata } from "next";
import { todayLabels } from "@/components/today/labels";
import { TodayView } from "@/components/today/today-view";
import { loadToday } from "@/lib/today/loaders";

export const metadata: Metadata = { title: todayLabels.title };

export default async function TodayPage() {
  return <TodayView today={await loadToday()} />;
}
