import { deskLabels } from "@/components/broadcasts/labels";
import { KindBadge, StateBadge } from "@/components/broadcasts/state-badge";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { TextLink } from "@/components/ui/link-button";
import { clock, isoDate, shortDate } from "@/lib/core/time";
import type { Moving } from "@/lib/today/view";
import { todayLabels as t } from "./labels";

const when = (at: Date, now: Date): string =>
  isoDate(at) === isoDate(now) ? clock(at) : `${shortDate(at)} ${clock(at)}`;

/** Broadcasts under way and those of the next day. */
export function MovingList({ moving, now }: { moving: Moving[]; now: Date }) {
  return (
    <Panel title={t.moving} actions={<TextLink href="/broadcasts">{t.all}</TextLink>}>
      {moving.length === 0 ? (
        <EmptyState icon="megaphone" title={t.movingEmpty}>
          {t.movingEmptyWhy}
        </EmptyState>
      ) : (
        <ul className="-mx-4 -my-4 divide-y divide-line sm:-mx-5">
          {moving.map((row) => (
            <li key={row.id}>
              <Link
                href={`/broadcasts/${row.id}`}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 no-underline outline-offset-[-2px] hover:bg-hover sm:px-5"
              >
                <span className="min-w-0 flex-1 basis-48 font-medium">
                  {row.title || deskLabels.untitled}
                </span>
                <KindBadge kind={row.kind} size="sm" />
                <StateBadge state={row.state} size="sm" />
                {row.dueAt && (
                  <span className="text-sm text-muted tabular">{t.due(when(row.dueAt, now))}</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
