import { DifferenceView } from "@/components/chatbot/difference-view";
import { VersionsPanel } from "@/components/chatbot/versions-panel";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { BookState } from "@/lib/chatbot/books/state";
import type { Changes } from "@/lib/garbage/book/loaders";
import { type Search, searchHref } from "@/lib/garbage/book/search";
import { BookLines } from "./book-lines";
import { garbageLabels as t } from "./labels";

type Props = { changes: Changes; search: Search; state: BookState; mayPublish: boolean };

/** What the draft would change, and every version with the way back to it. */
export function ChangesPanel({ changes, search, state, mayPublish }: Props) {
  const { book } = search;
  const href = (change: Partial<Search>) => searchHref({ ...search, version: null }, change);
  const compared = changes.versions.find((row) => row.id === changes.compared);
  const isEmpty = changes.compared === null && state.draft === null;
  const content = changes.content.length > 0 ? <BookLines lines={changes.content} /> : null;
  return (
    <>
      <nav aria-label={t.book} className="flex flex-wrap gap-2">
        {(["garbage", "calendar"] as const).map((one) => (
          <LinkButton
            key={one}
            size="sm"
            variant={one === book ? "primary" : "secondary"}
            aria-current={one === book ? "page" : undefined}
            href={href({ book: one })}
          >
            {one === "garbage" ? t.dictionary : t.calendar}
          </LinkButton>
        ))}
      </nav>
      <Panel
        title={t.changes}
        actions={
          compared && (
            <LinkButton size="sm" href={href({})}>
              {t.backToDraft}
            </LinkButton>
          )
        }
      >
        {isEmpty ? (
          <EmptyState icon="circle-check" title={t.noDraft}>
            {t.noDraftWhy}
          </EmptyState>
        ) : (
          <>
            <p className="pb-3 text-sm leading-6 text-muted">
              {compared ? t.comparing(compared.number) : t.changesLead}
            </p>
            {book === "garbage" ? (
              <DifferenceView book={book} lines={changes.lines} content={content} />
            ) : (
              <BookLines lines={changes.content} />
            )}
          </>
        )}
      </Panel>
      <VersionsPanel
        book={book}
        versions={changes.versions}
        mayPublish={mayPublish}
        compareHref={href({})}
        compared={changes.compared}
      />
    </>
  );
}
