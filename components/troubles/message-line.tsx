import type { ReactNode } from "react";
import { deliveryReason } from "@/components/reports/delivery-words";
import { moment } from "@/components/staff/date-words";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link-button";
import type { UndeliveredMessage } from "@/lib/troubles/view";
import { troubleLabels } from "./labels";

/** A message that did not arrive; `detailed`: with what can be done about it. */
export function MessageLine({
  row,
  now,
  detailed,
  action,
}: {
  row: UndeliveredMessage;
  now: Date;
  detailed?: boolean;
  action?: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 py-3 text-sm leading-6">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-y-1">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Badge
            tone={row.state === "failed" ? "danger" : "warning"}
            icon={row.state === "failed" ? "circle-x" : "circle-question"}
          >
            {troubleLabels.states[row.state]}
          </Badge>
          <span className="font-medium">{troubleLabels.messageKinds[row.kind]}</span>
          <ReportOf row={row} />
          <span className="text-muted tabular">{moment(row.at, now)}</span>
        </p>
        {(row.error || row.mailTo) && (
          <p className="flex flex-wrap gap-x-4 text-muted">
            {row.mailTo && <span className="break-all">{row.mailTo}</span>}
            {row.error && (
              <span>
                {troubleLabels.reason}: {deliveryReason(row.error)}
              </span>
            )}
          </p>
        )}
        {detailed && <p>{troubleLabels.advice[row.advice]}</p>}
      </div>
      {action}
    </li>
  );
}

function ReportOf({ row }: { row: UndeliveredMessage }) {
  if (!row.reportNumber)
    return (
      <span className="text-muted">
        {row.aboutReport ? troubleLabels.hiddenReport : troubleLabels.noReport}
      </span>
    );
  return (
    <TextLink href={`/reports/${row.reportNumber}`} className="tabular">
      {row.reportNumber}
    </TextLink>
  );
}
