import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { BroadcastLine } from "@/lib/broadcasts/list/queries";
import { clock, isoDate, shortDate } from "@/lib/core/time";
import { showCount } from "@/lib/segments/figures";
import { deskLabels as t } from "../labels";
import { KindBadge, StateBadge } from "../state-badge";

const day = (at: Date, now: Date) => (isoDate(at) === isoDate(now) ? "今日" : shortDate(at));

export function BroadcastCard({ row, now }: { row: BroadcastLine; now: Date }) {
  const at = row.finishedAt ?? row.dueAt ?? row.updatedAt;
  return (
    <li className="relative grid gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover sm:px-5 md:grid-cols-[1fr_9rem_8rem_10rem] md:items-center">
      <div className="min-w-0">
        <Link
          href={`/broadcasts/${row.id}`}
          className="block font-bold leading-6 text-ink after:absolute after:inset-0 hover:text-link"
        >
          {row.title || t.untitled}
        </Link>
        <div className="mt-1 flex flex-wrap items-center gap-1.5">
          <StateBadge state={row.state} size="sm" />
          <KindBadge kind={row.kind} size="sm" />
          {row.approvalOwed && (
            <Badge tone="warning" icon="triangle-alert" size="sm">
              {t.owed}
            </Badge>
          )}
          {row.corrects && <Badge size="sm">{t.correction}</Badge>}
          {row.repeats && (
            <Badge size="sm" icon="refresh">
              {t.repeats}
            </Badge>
          )}
        </div>
      </div>
      <p className="flex flex-wrap gap-x-4 text-sm text-muted md:contents">
        <span className="tabular">
          {day(at, now)} {clock(at)}
        </span>
        <span className="text-ink tabular md:text-end">
          {row.count === null ? "" : showCount(row.count.people)}
        </span>
        <span className="truncate">{row.author}</span>
      </p>
    </li>
  );
}
