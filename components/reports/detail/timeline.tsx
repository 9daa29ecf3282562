import { StatusBadge } from "@/components/reports/status-badge";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { cx } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { clock, longDate } from "@/lib/core/time";
import type { Delivery, ReportDetail, ReportEntry } from "@/lib/reports/view";
import { DeliveryBadge, DeliveryWhy } from "./delivery-badge";
import { ENTRY_LOOK, lookOf } from "./entry-look";
import { detailLabels, timelineLabels as t } from "./labels";

const KINDS = ["resident", "public", "internal"] as const;

/** Everything that happened, oldest first: three looks, each with its own colour, word and sign. */
export function Timeline({ report }: { report: ReportDetail }) {
  return (
    <Panel
      title={detailLabels.timeline}
      actions={
        <ul aria-label={t.legend} className="flex flex-wrap gap-2">
          {KINDS.map((kind) => (
            <li key={kind}>
              <Badge icon={ENTRY_LOOK[kind].icon} colors={ENTRY_LOOK[kind].badge} size="sm">
                {t[kind]}
              </Badge>
            </li>
          ))}
        </ul>
      }
    >
      {report.entries.length === 0 && <p className="text-muted">{t.empty}</p>}
      <ol className="flex flex-col">
        {report.entries.map((entry) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            receipt={entry.kind === "submitted" ? report.receipt : null}
          />
        ))}
      </ol>
    </Panel>
  );
}

function EntryItem({ entry, receipt }: { entry: ReportEntry; receipt: Delivery | null }) {
  const kind = lookOf(entry);
  const look = ENTRY_LOOK[kind];
  return (
    <li className="group relative flex gap-3 pb-5 last:pb-0">
      <span className="absolute top-9 bottom-0 left-4 w-px bg-line group-last:hidden" aria-hidden />
      <span className={cx("z-1 grid size-8 shrink-0 place-items-center", look.mark)}>
        <Icon name={look.icon} size={16} />
      </span>
      <div className={cx("min-w-0 flex-1 rounded-8 border px-3 py-2", look.box)}>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge colors={look.badge} size="sm">
            {t[kind]}
          </Badge>
          <span className="font-bold">{t.kinds[entry.kind]}</span>
          {entry.kind === "status" && entry.fromStatus && entry.toStatus && (
            <span className="inline-flex flex-wrap items-center gap-1">
              <StatusBadge status={entry.fromStatus} size="sm" />
              <Icon name="arrow-right" size={16} className="text-muted" label="→" />
              <StatusBadge status={entry.toStatus} size="sm" />
            </span>
          )}
          {entry.delivery && <DeliveryBadge delivery={entry.delivery} />}
        </p>
        <EntryBody entry={entry} />
        {receipt && (
          <p className="mt-1 flex flex-wrap items-center gap-2 text-sm leading-6">
            {t.receipt}
            <DeliveryBadge delivery={receipt} />
          </p>
        )}
        <p className="mt-1 text-sm leading-5 text-muted">
          <time dateTime={entry.at.toISOString()}>
            {longDate(entry.at)} {clock(entry.at)}
          </time>
          {"・"}
          {whoDid(entry)}
        </p>
      </div>
    </li>
  );
}

function EntryBody({ entry }: { entry: ReportEntry }) {
  const body =
    entry.kind === "amended"
      ? entry.body
          .split(",")
          .map((part) => t.parts[part] ?? part)
          .join("、")
      : entry.body;
  return (
    <>
      {body && <p className="mt-1 leading-7 whitespace-pre-wrap">{body}</p>}
      {entry.silentReason && (
        <p className="mt-1 flex items-start gap-1.5 text-sm leading-6">
          <Icon name="eye-off" size={16} className="mt-1 text-muted" />
          {t.silent(entry.silentReason)}
        </p>
      )}
      {entry.delivery && <DeliveryWhy delivery={entry.delivery} />}
    </>
  );
}

const whoDid = (entry: ReportEntry): string => {
  if (entry.actorKind === "friend") return t.resident;
  if (entry.actorKind === "staff") return entry.actorName ?? t.unknownStaff;
  return t.system;
};
