"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { deleteGarbageItemAction } from "@/lib/garbage/book/actions";
import type { ItemRow, LoadedGarbage } from "@/lib/garbage/book/loaders";
import { searchHref } from "@/lib/garbage/book/search";
import { CategoryTag } from "./category-tag";
import { ItemDialog } from "./item-dialog";
import { garbageLabels as t } from "./labels";
import { RemoveDialog } from "./remove-dialog";

const ALL = "*";

/** The dictionary as it will be published: searched, by category, a page at a time. */
export function ItemsPanel({ search, items, categories, mayWrite }: LoadedGarbage) {
  const router = useRouter();
  const [editing, setEditing] = useState<ItemRow | "new" | null>(null);
  const [removing, setRemoving] = useState<ItemRow | null>(null);
  const go = (change: Partial<typeof search>) =>
    router.push(searchHref(search, { page: 1, ...change }), { scroll: false });
  const choices = [
    { id: ALL, label: t.allCategories },
    ...categories.map((one) => ({ id: one.key, label: `${one.label.ja}（${one.items}）` })),
  ];
  const byKey = new Map(categories.map((one) => [one.key, one]));
  const page = (to: number) => (to < 1 || to > items.pages ? null : searchHref(search, { page: to }));
  return (
    <section aria-label={t.items} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <SearchField
          key={search.words}
          label={t.searchItems}
          placeholder={t.searchPlaceholder}
          defaultValue={search.words}
          onSubmit={(words) => go({ words })}
          onClear={() => go({ words: "" })}
          className="min-w-0 flex-1 basis-64"
        />
        <Select
          label={t.category}
          labelHidden
          choices={choices}
          value={search.category ?? ALL}
          onChange={(id) => go({ category: id === ALL ? null : id })}
          className="min-w-0 basis-56 max-sm:basis-full"
        />
        {mayWrite && categories.length > 0 && (
          <Button variant="primary" icon="plus" onPress={() => setEditing("new")}>
            {t.newItem}
          </Button>
        )}
      </div>
      {!mayWrite && <p className="text-sm text-muted">{t.readOnly}</p>}
      <Card className="overflow-hidden">
        <p className="border-b border-line px-4 py-2.5 text-sm text-muted tabular sm:px-5" role="status">
          {t.itemCount(items.found, items.total)}
        </p>
        {items.rows.length === 0 ? (
          <EmptyState icon="search" title={items.total === 0 ? t.noItems : t.notFound}>
            {items.total === 0 ? t.noItemsWhy : t.notFoundWhy}
          </EmptyState>
        ) : (
          <ul aria-label={t.items} className="divide-y divide-line">
            {items.rows.map((row) => (
              <li key={row.key} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
                <div className="min-w-0 flex-1 basis-56">
                  <p className="flex flex-wrap items-baseline gap-x-3">
                    <span className="min-w-0 font-bold break-words">{row.title}</span>
                    {row.reading && <span className="text-sm text-muted break-words">{row.reading}</span>}
                  </p>
                  {row.synonyms.length > 0 && (
                    <p className="text-sm leading-6 text-muted break-words">
                      {t.synonyms}：{row.synonyms.join("、")}
                    </p>
                  )}
                  {row.note && (
                    <p className="text-sm leading-6 break-words whitespace-pre-wrap">{row.note}</p>
                  )}
                </div>
                <div className="flex items-center gap-2 max-sm:w-full max-sm:justify-between sm:w-80 sm:justify-between">
                  <CategoryTag category={byKey.get(row.category)} fallback={row.category} />
                  {mayWrite && (
                    <span className="flex shrink-0 gap-2">
                      <Button size="sm" aria-label={t.editOf(row.title)} onPress={() => setEditing(row)}>
                        {t.edit}
                      </Button>
                      <Button
                        size="sm"
                        variant="quiet"
                        icon="trash-2"
                        aria-label={t.removeOf(row.title)}
                        onPress={() => setRemoving(row)}
                      >
                        {t.remove}
                      </Button>
                    </span>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {items.pages > 1 && (
        <Pagination label={t.itemPages} previous={page(search.page - 1)} next={page(search.page + 1)}>
          {t.itemRange(search.page, items.pages)}
        </Pagination>
      )}
      {editing && (
        <ItemDialog
          row={editing === "new" ? null : editing}
          categories={categories}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <RemoveDialog
          name={removing.title}
          remove={() => deleteGarbageItemAction({ key: removing.key, seen: removing.seen })}
          onClose={() => setRemoving(null)}
        />
      )}
    </section>
  );
}
