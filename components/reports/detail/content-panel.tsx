import { Panel } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { clock, longDate } from "@/lib/core/time";
import type { ReportDetail } from "@/lib/reports/view";
import { detailLabels as t } from "./labels";

/** What the resident answered, in their order; what they wrote, as they wrote it. */
export function ContentPanel({ report }: { report: ReportDetail }) {
  const seen =
    report.seenText ?? (report.seenAt ? `${longDate(report.seenAt)} ${clock(report.seenAt)}` : null);
  const items = [
    ...report.answers.map(({ stepId, label, display }) => ({
      key: stepId,
      label,
      value: <span className="whitespace-pre-wrap">{display}</span>,
    })),
    ...(seen && !report.answers.some((a) => a.display === seen)
      ? [{ key: "seen", label: t.seen, value: seen }]
      : []),
    ...(report.body !== "" && !report.answers.some((a) => a.display.includes(report.body))
      ? [{ key: "body", label: t.body, value: <span className="whitespace-pre-wrap">{report.body}</span> }]
      : []),
  ];
  return (
    <Panel title={t.content}>
      {items.length > 0 ? <KeyValueList items={items} /> : <p className="text-muted">{t.noAnswers}</p>}
    </Panel>
  );
}
