import type { Metadata } from "next";
import { ReportView } from "@/components/reports/detail/report-view";
import { loadReport } from "@/lib/reports/loaders";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function ReportPage({ params }: Props) {
  return <ReportView loaded={await loadReport((await params).number)} />;
}
