import { BotFrame } from "@/components/chatbot/desk/bot-frame";
import { DraftBanner } from "@/components/chatbot/draft-banner";
import { BOOK_LABELS } from "@/components/chatbot/labels";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import type { LoadedMisses } from "@/lib/chatbot/misses/loaders";
import { missesHref } from "@/lib/chatbot/misses/search";
import { DecidedCard } from "./decided-card";
import { missLabels as t } from "./labels";
import { MissCard } from "./miss-card";
import { MissFilter } from "./miss-filter";

/** 未回答. Everything that is chosen on it stands in its address. */
export function MissesView({ loaded }: { loaded: LoadedMisses }) {
  const { frame, garbage, search, counts, list, waiting } = loaded;
  const isOpen = search.shelf === "open";
  const { page, pages, total } = isOpen ? waiting : list;
  const isEmpty = isOpen ? waiting.groups.length === 0 : list.rows.length === 0;
  const turned = (to: number) => missesHref({ ...search, page: to });
  return (
    <BotFrame page="misses" frame={frame}>
      {garbage.draft && (
        <section aria-label={BOOK_LABELS.garbage} className="flex flex-col gap-1">
          <p className="text-sm font-bold text-muted">{BOOK_LABELS.garbage}</p>
          <DraftBanner
            state={garbage}
            mayPublish={frame.may.publish}
            mayDiscard={false}
            differenceHref={null}
          />
        </section>
      )}
      <p className="leading-7 text-muted">{t.help}</p>
      <MissFilter search={search} counts={counts} />
      <Card className="overflow-hidden">
        {isEmpty && (
          <EmptyState
            icon={isOpen ? "circle-check" : "inbox"}
            title={search.days !== null ? t.noneInPeriod : isOpen ? t.none : t.noneDecided}
            action={
              search.days !== null && (
                <LinkButton href={missesHref({ ...search, days: null, page: 1 })}>{t.allPeriods}</LinkButton>
              )
            }
          >
            {isOpen ? t.noneHelp : t.noneDecidedHelp}
          </EmptyState>
        )}
        {isOpen && !isEmpty && (
          <ul className="divide-y divide-line">
            {waiting.groups.map((group) => (
              <MissCard key={group.first.folded} group={group} mayWrite={frame.may.write} />
            ))}
          </ul>
        )}
        {!isOpen && !isEmpty && (
          <ul className="divide-y divide-line">
            {list.rows.map((row) => (
              <DecidedCard key={row.folded} row={row} mayWrite={frame.may.write} />
            ))}
          </ul>
        )}
      </Card>
      <Pagination previous={page > 1 ? turned(page - 1) : null} next={page < pages ? turned(page + 1) : null}>
        <span role="status">
          {t.total(total)}
          {pages > 1 && ` ${t.page(page, pages)}`}
        </span>
      </Pagination>
    </BotFrame>
  );
}
