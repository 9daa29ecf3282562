import type { Metadata } from "next";
import { GarbageScreen } from "@/components/garbage/garbage-screen";
import { garbageLabels, TAB_LABELS } from "@/components/garbage/labels";
import { loadGarbage } from "@/lib/garbage/book/loaders";
import { readSearch } from "@/lib/garbage/book/search";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `${TAB_LABELS[readSearch(await searchParams).tab]} | ${garbageLabels.title}` };
}

export default async function GarbagePage({ searchParams }: Props) {
  return <GarbageScreen {...(await loadGarbage(readSearch(await searchParams)))} />;
}
