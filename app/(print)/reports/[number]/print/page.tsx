import type { Metadata } from "next";
import { PrintSheet } from "@/components/reports/detail/print-sheet";
import { loadReport } from "@/lib/reports/loaders";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function PrintPage({ params }: Props) {
  return <PrintSheet loaded={await loadReport((await params).number)} />;
}
