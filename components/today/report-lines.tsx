import { shortAddress } from "@/components/reports/short-address";
import { StatusBadge } from "@/components/reports/status-badge";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { clock, days, isoDate, shortDate } from "@/lib/core/time";
import type { ReportRow } from "@/lib/reports/view";
import { todayLabels } from "./labels";

/** Reports as short lines, each one link. */
export function ReportLines({
  rows,
  now,
  cityName,
  showDue,
}: {
  rows: ReportRow[];
  now: Date;
  cityName: string;
  showDue?: boolean;
}) {
  return (
    <ul className="-mx-4 -my-4 divide-y divide-line sm:-mx-5">
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            href={`/reports/${row.number}`}
            className="flex items-start gap-3 px-4 py-3 no-underline outline-offset-[-2px] transition-colors hover:bg-hover sm:px-5"
          >
            <span className="mt-0.5 grid size-9 shrink-0 place-items-center rounded-8 bg-sunken text-muted">
              <Icon name={row.category.icon ?? "map-pin"} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
                <span className="font-medium">{row.category.label}</span>
                {showDue && row.dueAt ? (
                  <Badge tone="danger" icon="clock" size="sm">
                    {todayLabels.by(Math.max(1, Math.ceil((now.getTime() - row.dueAt.getTime()) / days(1))))}
                  </Badge>
                ) : (
                  <StatusBadge status={row.status} size="sm" />
                )}
              </span>
              <span className="line-clamp-1 text-sm leading-6 text-muted">
                {row.address ? shortAddress(row.address, cityName) : row.summary}
              </span>
            </span>
            <span className="shrink-0 text-end text-sm leading-6 text-muted tabular">
              <span className="block">{row.number}</span>
              <span className="block">{receivedWords(row.receivedAt, now)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Today's by the clock, older ones by the day. */
const receivedWords = (at: Date, now: Date): string =>
  isoDate(at) === isoDate(now) ? clock(at) : shortDate(at);
