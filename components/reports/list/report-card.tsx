import { StatusBadge } from "@/components/reports/status-badge";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { clock, shortDate } from "@/lib/core/time";
import type { ReportRow } from "@/lib/reports/view";
import { DueCell, HighBadge, PlaceCell } from "./columns";
import { dueWords } from "./due-words";
import { listLabels } from "./labels";

/** A row of the table as a card, for narrow screens: one link, everything the table says. */
export function ReportCard(props: { row: ReportRow; now: Date; cityName: string; fresh: boolean }) {
  const { row, now, cityName, fresh } = props;
  return (
    <li data-row={row.id} className={cx("relative", fresh && "animate-[arrive_2.4s_ease-out]")}>
      <div className="flex gap-3 px-4 py-3">
        <span className="mt-0.5 grid size-10 shrink-0 place-items-center rounded-8 bg-sunken text-muted">
          <Icon name={row.category.icon ?? "circle-dot"} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 text-sm leading-5 text-muted tabular">
            <Link
              href={`/reports/${row.number}`}
              data-row-link
              className="font-medium text-link no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-[-2px] focus-visible:after:outline-focus"
            >
              {row.number}
            </Link>
            <time dateTime={row.receivedAt.toISOString()}>
              {shortDate(row.receivedAt)} {clock(row.receivedAt)}
            </time>
            {fresh && (
              <Badge tone="accent" size="sm">
                {listLabels.fresh}
              </Badge>
            )}
          </p>
          <p className="font-medium leading-6">{row.category.label}</p>
          <div className="text-sm leading-5">
            <PlaceCell row={row} cityName={cityName} />
          </div>
          {row.summary && <p className="line-clamp-2 text-sm leading-5 text-muted">{row.summary}</p>}
          <div className="mt-1.5 flex flex-wrap items-center gap-1.5 text-sm">
            <StatusBadge status={row.status} />
            {row.priority === "high" && <HighBadge />}
            {dueWords(row, now) && <DueCell row={row} now={now} />}
            <span className="ml-auto text-muted">{row.section?.name ?? listLabels.noSection}</span>
          </div>
        </div>
      </div>
    </li>
  );
}
