import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton, TextLink } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { BROADCAST_KINDS } from "@/db/enums";
import type { BroadcastLine } from "@/lib/broadcasts/list/queries";
import { type ListSearch, listHref, SHELVES, type Shelf } from "@/lib/broadcasts/list/search";
import { KIND_LABELS, SHELF_LABELS, deskLabels as t } from "../labels";
import { BroadcastCard } from "./broadcast-card";

type Props = {
  now: Date;
  search: ListSearch;
  page: { rows: BroadcastLine[]; next: ListSearch["after"] };
  shelves: Record<Shelf, number>;
  mayWrite: boolean;
};

const CHIP =
  "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap pointer-coarse:min-h-11";

function Chip(props: { href: string; current: boolean; children: React.ReactNode; count?: number }) {
  return (
    <Link
      href={props.href}
      aria-current={props.current ? "true" : undefined}
      className={cx(
        CHIP,
        props.current
          ? "border-accent bg-accent-soft font-bold text-link"
          : "border-line bg-surface text-ink hover:bg-hover",
      )}
    >
      {props.children}
      {props.count !== undefined && <span className="tabular text-muted">{props.count}</span>}
    </Link>
  );
}

export function BroadcastsView({ now, search, page, shelves, mayWrite }: Props) {
  const create = mayWrite && (
    <LinkButton href="/broadcasts/new" variant="primary" icon="plus">
      {t.create}
    </LinkButton>
  );
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6 md:px-8">
      <PageHeader title={t.list} lead={t.lead} actions={create} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <nav aria-label={t.shelves} className="flex flex-wrap gap-2">
          {SHELVES.map((shelf) => (
            <Chip
              key={shelf}
              href={listHref({ ...search, shelf, after: null })}
              current={search.shelf === shelf}
              count={shelves[shelf]}
            >
              {SHELF_LABELS[shelf]}
            </Chip>
          ))}
        </nav>
        <nav aria-label={t.kinds} className="flex flex-wrap gap-2">
          {[null, ...BROADCAST_KINDS].map((kind) => (
            <Chip
              key={kind ?? "any"}
              href={listHref({ ...search, kind, after: null })}
              current={search.kind === kind}
            >
              {kind ? KIND_LABELS[kind] : t.anyKind}
            </Chip>
          ))}
        </nav>
      </div>
      <Card>
        {page.rows.length === 0 ? (
          <EmptyState icon="megaphone" title={t.empty} action={create}>
            {t.emptyHelp}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {page.rows.map((row) => (
              <BroadcastCard key={row.id} row={row} now={now} />
            ))}
          </ul>
        )}
      </Card>
      <Pagination
        label={t.pages}
        previous={null}
        next={page.next && listHref({ ...search, after: page.next })}
      >
        {search.after && <TextLink href={listHref({ ...search, after: null })}>{t.newest}</TextLink>}
      </Pagination>
    </div>
  );
}
