"use client";

import type { ReactNode } from "react";
import { STATUS_LABELS } from "@/components/reports/labels";
import { STATUS_LOOK } from "@/components/reports/status-badge";
import { cx } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { REPORT_STATUSES } from "@/db/enums";
import type { ReportFilter } from "@/lib/reports/search";
import { OPEN_STATUSES } from "@/lib/reports/status";
import type { StatusCounts } from "@/lib/reports/view";
import { useFilter } from "./filter-context";
import { listLabels } from "./labels";

const sum = (counts: StatusCounts, statuses: readonly (keyof StatusCounts)[]) =>
  statuses.reduce((total, status) => total + counts[status], 0);

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((x) => b.includes(x));

/** 受付 12 · 確認中 8 …: how many there are, and the way to them. Each is a link, so that it can be kept. */
export function StatusChips({
  counts,
  overdue,
  withoutPoint,
}: {
  counts: StatusCounts;
  overdue: number;
  withoutPoint: number;
}) {
  const { filter } = useFilter();
  return (
    <nav aria-label={listLabels.statusGroup} className="min-w-0">
      <ul className="flex gap-1 overflow-x-auto px-0.5 py-1 [scrollbar-width:none] lg:flex-wrap">
        <Chip part={{ status: [] }} here={filter.status.length === 0} count={sum(counts, REPORT_STATUSES)}>
          {listLabels.all}
        </Chip>
        <Chip
          part={{ status: [...OPEN_STATUSES] }}
          here={same(filter.status, OPEN_STATUSES)}
          count={sum(counts, OPEN_STATUSES)}
        >
          {listLabels.open}
        </Chip>
        {REPORT_STATUSES.map((status) => (
          <Chip
            key={status}
            part={{ status: [status] }}
            here={same(filter.status, [status])}
            count={counts[status]}
            icon={STATUS_LOOK[status].icon}
            colors={STATUS_LOOK[status].soft}
          >
            {STATUS_LABELS[status]}
          </Chip>
        ))}
        <Chip
          part={filter.overdue ? { overdue: false } : { status: [], overdue: true }}
          here={filter.overdue}
          count={overdue}
          icon="clock"
          colors="bg-danger-soft text-danger-ink"
        >
          {listLabels.overdue}
        </Chip>
        <Chip
          part={filter.point === "missing" ? { point: "any" } : { point: "missing", bbox: null }}
          here={filter.point === "missing"}
          count={withoutPoint}
          icon="map-pin-off"
          colors="bg-warning-soft text-warning-ink"
        >
          {listLabels.withoutPoint}
        </Chip>
      </ul>
    </nav>
  );
}

function Chip({
  part,
  here,
  count,
  icon,
  colors,
  children,
}: {
  part: Partial<ReportFilter>;
  here: boolean;
  count: number;
  icon?: IconName;
  colors?: string;
  children: ReactNode;
}) {
  const { hrefWith, change } = useFilter();
  return (
    <li className="shrink-0">
      <Link
        href={hrefWith(part)}
        scroll={false}
        prefetch={false}
        aria-current={here ? "true" : undefined}
        onNavigate={(event) => {
          event.preventDefault();
          change(part);
        }}
        className={cx(
          "flex min-h-8 items-center gap-1 rounded-full border px-2 text-sm leading-5 whitespace-nowrap no-underline transition-colors pointer-coarse:min-h-11",
          here
            ? "border-link font-bold shadow-[inset_0_0_0_1px_var(--link)]"
            : "border-line hover:border-control",
          count > 0 && colors ? colors : here ? "bg-selected text-link" : "bg-surface text-muted",
        )}
      >
        {icon && <Icon name={icon} size={16} />}
        {children}
        <span className="font-bold tabular">{count.toLocaleString("ja-JP")}</span>
      </Link>
    </li>
  );
}
