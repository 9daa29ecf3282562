import { SOURCE_LABELS } from "@/components/reports/labels";
import { dueWords } from "@/components/reports/list/due-words";
import { StatusBadge } from "@/components/reports/status-badge";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { clock, longDate, shortDate } from "@/lib/core/time";
import type { LoadedReport } from "@/lib/reports/loaders";
import { BackLink } from "./back-link";
import { caseOf } from "./case";
import { detailLabels as t } from "./labels";
import { PriorityButton } from "./priority-button";
import { DESK_ID } from "./suggestion";

/** Number, kind, and where it stands. */
export function ReportHead({ loaded }: { loaded: LoadedReport }) {
  const { report, abilities, now } = loaded;
  const due = dueWords(report, now);
  return (
    <PageHeader
      above={<BackLink />}
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="tabular">{report.number}</span>
          <span className="flex items-center gap-2 text-xl leading-8">
            <Icon name={report.category.icon ?? "map-pin"} size={24} className="text-muted" />
            {report.category.label}
          </span>
        </span>
      }
      lead={
        <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
          <StatusBadge status={report.status} />
          {report.priority === "high" && (
            <Badge tone="danger" icon="flag">
              {t.priorityHigh}
            </Badge>
          )}
          {due && report.dueAt && (
            <Badge tone={report.overdue ? "danger" : "neutral"} icon="clock">
              {t.due} {shortDate(report.dueAt)} {due}
            </Badge>
          )}
          <span>
            {t.received}{" "}
            <time dateTime={report.receivedAt.toISOString()}>
              {longDate(report.receivedAt)} {clock(report.receivedAt)}
            </time>
          </span>
          <span>{SOURCE_LABELS[report.source]}</span>
        </span>
      }
      actions={
        <>
          <a
            href={`#${DESK_ID}`}
            className="inline-flex min-h-11 items-center gap-2 rounded-8 bg-accent px-4 font-medium text-on-accent no-underline lg:hidden"
          >
            <Icon name="arrow-down" />
            {t.jumpToDesk}
          </a>
          {abilities.mayPrioritize && <PriorityButton report={caseOf(loaded)} priority={report.priority} />}
          <LinkButton href={`/reports/${report.number}/print`} icon="file-text" prefetch={false}>
            {t.print}
          </LinkButton>
        </>
      }
    />
  );
}
