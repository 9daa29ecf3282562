import type { Metadata } from "next";
import { GarbageScreen } from "@/components/garbage/garbage-screen";
import { garbageLabels } from "@/components/garbage/labels";
import { loadGarbage } from "@/lib/garbage/book/loaders";
import { readSearch } from "@/lib/garbage/book/search";

export const metadata: Metadata = { title: garbageLabels.title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GarbagePage({ searchParams }: Props) {
  return <GarbageScreen {...(await loadGarbage(readSearch(await searchParams)))} />;
}
