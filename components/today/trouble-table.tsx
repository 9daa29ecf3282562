import { deliveryReason } from "@/components/reports/delivery-words";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link-button";
import { clock, shortDate } from "@/lib/core/time";
import type { TroubleRow } from "@/lib/today/view";
import { todayLabels } from "./labels";

/** What did not arrive, newest first. */
export function TroubleTable({ rows }: { rows: TroubleRow[] }) {
  return (
    <ul className="-my-2 divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm leading-6">
          <Badge
            tone={row.state === "failed" ? "danger" : "warning"}
            icon={row.state === "failed" ? "circle-x" : "circle-question"}
          >
            {todayLabels[row.state]}
          </Badge>
          <span className="font-medium">{todayLabels.kinds[row.kind]}</span>
          {row.reportNumber ? (
            <TextLink href={`/reports/${row.reportNumber}`} className="tabular">
              {row.reportNumber}
            </TextLink>
          ) : (
            <span className="text-muted">{todayLabels.noReport}</span>
          )}
          {row.error && (
            <span className="text-muted">
              {todayLabels.reason}: {deliveryReason(row.error)}
            </span>
          )}
          <span className="ml-auto text-muted tabular">
            {shortDate(row.at)} {clock(row.at)}
          </span>
        </li>
      ))}
    </ul>
  );
}
