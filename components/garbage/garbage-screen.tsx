import { DraftBanner } from "@/components/chatbot/draft-banner";
import { BOOK_LABELS } from "@/components/chatbot/labels";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import type { LoadedGarbage } from "@/lib/garbage/book/loaders";
import { searchHref, TABS } from "@/lib/garbage/book/search";
import { CalendarPanel } from "./calendar-panel";
import { CategoriesPanel } from "./categories-panel";
import { ChangesPanel } from "./changes-panel";
import { ImportPanel } from "./import-panel";
import { ItemsPanel } from "./items-panel";
import { TAB_LABELS, garbageLabels as t } from "./labels";

/** Dictionary, categories, calendar, import and versions of garbage, a tab each; the address says which. */
export function GarbageScreen(loaded: LoadedGarbage) {
  const { search, states, mayWrite, mayPublish, warnings, changes } = loaded;
  const tabs = TABS.filter((tab) => mayWrite || tab !== "import").map((tab) => ({
    key: tab,
    label: TAB_LABELS[tab],
    href: searchHref({ tab, words: "", category: null, page: 1, book: "garbage", version: null }),
  }));
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader title={t.title} lead={t.lead} />
      {(["garbage", "calendar"] as const)
        .filter((book) => states[book].draft !== null)
        .map((book) => (
          <section key={book} aria-label={BOOK_LABELS[book]} className="flex flex-col gap-1">
            <p className="text-sm font-bold text-muted">{BOOK_LABELS[book]}</p>
            <DraftBanner
              state={states[book]}
              mayPublish={mayPublish}
              mayDiscard={mayWrite}
              warnings={warnings[book]}
              differenceHref={
                search.tab === "changes" && search.book === book && search.version === null
                  ? null
                  : searchHref({ tab: "changes", words: "", category: null, page: 1, book, version: null })
              }
            />
          </section>
        ))}
      <LinkTabs label={t.tabs} tabs={tabs} current={search.tab} />
      {search.tab === "items" && <ItemsPanel {...loaded} />}
      {search.tab === "categories" && <CategoriesPanel {...loaded} />}
      {search.tab === "calendar" && <CalendarPanel {...loaded} />}
      {search.tab === "import" && mayWrite && <ImportPanel />}
      {changes && (
        <ChangesPanel changes={changes} search={search} state={states[search.book]} mayPublish={mayPublish} />
      )}
    </div>
  );
}
