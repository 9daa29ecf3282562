import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import type { LoadedBot } from "@/lib/chatbot/desk/loaders";
import { EMPTY_SEARCH, ENTRY_STATES, type EntrySearch, entriesHref } from "@/lib/chatbot/entries/list";
import { BotFrame } from "./bot-frame";
import { EntryCard } from "./entry-card";
import { EntryFilter } from "./entry-filter";
import { STATE_LABELS, deskLabels as t } from "./labels";

function StateChip(props: { search: EntrySearch; state: EntrySearch["state"]; count: number }) {
  const { search, state, count } = props;
  const here = search.state === state;
  return (
    <li className="shrink-0">
      <Link
        href={entriesHref({ ...search, state, page: 1 })}
        scroll={false}
        prefetch={false}
        aria-current={here ? "true" : undefined}
        className={cx(
          "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap no-underline pointer-coarse:min-h-11",
          here
            ? "border-accent bg-accent-soft font-bold text-link"
            : "border-line bg-surface text-ink hover:bg-hover",
        )}
      >
        {state ? STATE_LABELS[state] : t.anyState}
        <span className="text-muted tabular">{count.toLocaleString("ja-JP")}</span>
      </Link>
    </li>
  );
}

/** The list of FAQ and keywords. Everything that is chosen on it stands in its address. */
export function EntriesView({ loaded }: { loaded: LoadedBot }) {
  const { frame, search, page, choices, isEmpty } = loaded;
  const create = frame.may.write && (
    <LinkButton href="/bot/entries/new" variant="primary" icon="plus">
      {t.create}
    </LinkButton>
  );
  const turned = (to: number) => entriesHref({ ...search, page: to });
  return (
    <BotFrame page="entries" frame={frame} actions={create}>
      <EntryFilter search={search} choices={choices} />
      <nav aria-label={t.states}>
        <ul className="flex flex-wrap gap-2">
          <StateChip search={search} state={null} count={page.all} />
          {ENTRY_STATES.map((state) => (
            <StateChip key={state} search={search} state={state} count={page.counts[state]} />
          ))}
        </ul>
      </nav>
      <Card className="overflow-hidden">
        {page.rows.length === 0 ? (
          <EmptyState
            icon="bot"
            title={isEmpty ? t.none : t.noMatch}
            action={isEmpty ? create : <LinkButton href={entriesHref(EMPTY_SEARCH)}>{t.reset}</LinkButton>}
          >
            {isEmpty ? t.noneHelp : t.noMatchHelp}
          </EmptyState>
        ) : (
          <ul aria-label={t.pages.entries} className="divide-y divide-line">
            {page.rows.map((row) => (
              <EntryCard
                key={row.key}
                row={row}
                topic={choices.topics.find((topic) => topic.id === row.topic)?.label ?? null}
                section={choices.sections.find((one) => one.id === String(row.sectionId))?.label ?? null}
                overlaps={loaded.overlaps[row.key] ?? []}
              />
            ))}
          </ul>
        )}
      </Card>
      <Pagination
        previous={page.page > 1 ? turned(page.page - 1) : null}
        next={page.page < page.pages ? turned(page.page + 1) : null}
      >
        <span role="status">
          {t.total(page.total)}
          {page.pages > 1 && ` ${t.page(page.page, page.pages)}`}
        </span>
      </Pagination>
    </BotFrame>
  );
}
