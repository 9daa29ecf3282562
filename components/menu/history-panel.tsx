import { moment } from "@/components/staff/date-words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { IconName } from "@/components/ui/icon";
import type { MenuJobState } from "@/db/enums";
import type { JobRow } from "@/lib/menus/view";
import { errorLabel, JOB_LABELS, JOB_STATES, MODE_LABELS, menuLabels as t } from "./labels";

const LOOK: Record<MenuJobState, { tone: BadgeTone; icon: IconName }> = {
  pending: { tone: "info", icon: "clock" },
  running: { tone: "info", icon: "loader" },
  done: { tone: "success", icon: "circle-check" },
  failed: { tone: "danger", icon: "circle-alert" },
  superseded: { tone: "neutral", icon: "arrow-right" },
};

/** Who asked for what, when, and what came of it. */
export function HistoryPanel({ jobs, now }: { jobs: readonly JobRow[]; now: Date }) {
  return (
    <Panel title={t.history}>
      {jobs.length === 0 ? (
        <EmptyState icon="history" title={t.historyEmpty}>
          {t.historyEmptyText}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {jobs.map((job) => (
            <li key={job.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
              <span className="w-32 text-sm text-muted tabular">{moment(job.askedAt, now)}</span>
              <span className="min-w-0 flex-1 basis-56 leading-6">
                {JOB_LABELS[job.kind](job.mode && MODE_LABELS[job.mode], job.version)}
                {job.state === "failed" && (
                  <span className="block text-sm text-muted">{errorLabel(job.lastError)}</span>
                )}
              </span>
              <span className="text-sm text-muted">{job.askedBy ?? t.system}</span>
              <Badge size="sm" {...LOOK[job.state]}>
                {JOB_STATES[job.state]}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
