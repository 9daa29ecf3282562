import type { Metadata } from "next";
import { segmentLabels } from "@/components/segments/labels";
import { SegmentsScreen } from "@/components/segments/segments-screen";
import { loadSegments } from "@/lib/segments/loaders";

export const metadata: Metadata = { title: segmentLabels.title };

export default async function SegmentsPage() {
  return <SegmentsScreen {...(await loadSegments())} />;
}
