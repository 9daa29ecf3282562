import { shortAddress } from "@/components/reports/short-address";
import { StatusBadge } from "@/components/reports/status-badge";
import type { DataColumn } from "@/components/table/data-table";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { clock, isoDate, toTokyo } from "@/lib/core/time";
import type { ReportFilter, ReportSort } from "@/lib/reports/search";
import type { ReportRow } from "@/lib/reports/view";
import { dueWords } from "./due-words";
import { listLabels } from "./labels";

const { columns: names } = listLabels;

/** Sorting a second time turns the order round; these begin with the newest. */
const DESCENDING_FIRST: readonly ReportSort[] = ["received", "updated", "number"];

/** The next order when a head is pressed, and the present one. */
function sortOf(
  column: ReportSort,
  filter: ReportFilter,
  hrefWith: (part: Partial<ReportFilter>) => string,
): DataColumn<ReportRow>["sort"] {
  const here = filter.sort === column;
  const descending = here ? !filter.descending : DESCENDING_FIRST.includes(column);
  return {
    href: hrefWith({ sort: column, descending }),
    state: here ? (filter.descending ? "descending" : "ascending") : null,
  };
}

export type ColumnsInput = {
  filter: ReportFilter;
  hrefWith: (part: Partial<ReportFilter>) => string;
  now: Date;
  cityName: string;
  fresh: readonly string[];
};

export function reportColumns({
  filter,
  hrefWith,
  now,
  cityName,
  fresh,
}: ColumnsInput): DataColumn<ReportRow>[] {
  const sort = (column: ReportSort) => sortOf(column, filter, hrefWith);
  return [
    {
      id: "number",
      header: names.number,
      sort: sort("number"),
      className: "w-px whitespace-nowrap tabular",
      cell: (row) => (
        <>
          {/* The link covers its row, so that a press anywhere opens the case. */}
          <Link
            href={`/reports/${row.number}`}
            data-row-link
            className="font-medium text-link no-underline after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-[-2px] focus-visible:after:outline-focus"
          >
            {row.number}
          </Link>
          {fresh.includes(row.id) && (
            <Badge tone="accent" size="sm" className="ml-1.5">
              {listLabels.fresh}
            </Badge>
          )}
        </>
      ),
    },
    {
      id: "received",
      header: names.received,
      sort: sort("received"),
      className: "w-px whitespace-nowrap tabular",
      cell: (row) => <When at={row.receivedAt} now={now} />,
    },
    {
      id: "category",
      header: names.category,
      className: "w-[36%] min-w-36",
      cell: (row) => (
        <span className="flex items-start gap-2">
          <Icon name={row.category.icon ?? "circle-dot"} size={18} className="mt-px text-muted" />
          <span className="min-w-0">
            <span className="block font-medium">{row.category.label}</span>
            {row.summary && <span className="line-clamp-1 text-muted">{row.summary}</span>}
          </span>
        </span>
      ),
    },
    {
      id: "place",
      header: names.place,
      className: "w-[30%] min-w-28",
      cell: (row) => <PlaceCell row={row} cityName={cityName} />,
    },
    {
      id: "section",
      header: names.section,
      className: "w-[22%] min-w-24",
      cell: (row) => (
        <>
          <span className={row.section ? "line-clamp-2" : "block text-subtle"}>
            {row.section?.name ?? listLabels.noSection}
          </span>
          {row.assignee && <span className="line-clamp-1 text-muted">{row.assignee.name}</span>}
        </>
      ),
    },
    {
      id: "status",
      header: names.status,
      sort: sort("status"),
      className: "w-px whitespace-nowrap",
      cell: (row) => (
        <span className="flex flex-col items-start gap-1">
          <StatusBadge status={row.status} />
          {row.priority === "high" && <HighBadge />}
        </span>
      ),
    },
    {
      id: "due",
      header: names.due,
      sort: sort("due"),
      className: "w-px whitespace-nowrap tabular",
      cell: (row) => <DueCell row={row} now={now} />,
    },
    {
      id: "updated",
      header: names.updated,
      sort: sort("updated"),
      className: "w-px whitespace-nowrap tabular",
      cell: (row) => <When at={row.updatedAt} now={now} />,
    },
  ];
}

/** The day above the clock; today needs no day. */
function When({ at, now }: { at: Date; now: Date }) {
  const { month, day, weekday } = toTokyo(at);
  const today = isoDate(at) === isoDate(now);
  return (
    <time dateTime={at.toISOString()} className="block">
      {!today && <span className="block">{`${month}/${day}(${"日月火水木金土"[weekday]})`}</span>}
      <span className={today ? "block" : "block text-muted"}>{clock(at)}</span>
    </time>
  );
}

export const HighBadge = () => (
  <Badge tone="danger" icon="triangle-alert" size="sm">
    {listLabels.high}
  </Badge>
);

/** Where it is, as text; what has no place on the map says so. */
export function PlaceCell({ row, cityName }: { row: ReportRow; cityName: string }) {
  const address = row.address && shortAddress(row.address, cityName);
  return (
    <>
      <span className={address ? "line-clamp-2" : "text-subtle"}>
        {address ? address : (row.area?.name ?? listLabels.noPlace)}
      </span>
      {!row.point && (
        <span className="flex items-center gap-1 text-warning-ink">
          <Icon name="map-pin-off" size={14} />
          {listLabels.withoutPoint}
        </span>
      )}
    </>
  );
}

export function DueCell({ row, now }: { row: ReportRow; now: Date }) {
  const words = dueWords(row, now);
  if (!words) return <span className="text-subtle">—</span>;
  if (!row.overdue) return <span className="text-muted">{words}</span>;
  return (
    <Badge tone="danger" icon="clock" size="sm">
      {words}
    </Badge>
  );
}
