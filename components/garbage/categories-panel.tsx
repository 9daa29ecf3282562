"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { deleteGarbageCategoryAction } from "@/lib/garbage/book/actions";
import type { CategoryRow, LoadedGarbage } from "@/lib/garbage/book/loaders";
import { CategoryDialog } from "./category-dialog";
import { CategoryTag } from "./category-tag";
import { garbageLabels as t } from "./labels";
import { RemoveDialog } from "./remove-dialog";

export function CategoriesPanel({ categories, calendar, mayWrite }: LoadedGarbage) {
  const [editing, setEditing] = useState<CategoryRow | "new" | null>(null);
  const [removing, setRemoving] = useState<CategoryRow | null>(null);
  const kindName = (key: string) => calendar.kinds.find((kind) => kind.key === key)?.label.ja ?? key;
  return (
    <Panel
      title={`${t.categories}（${categories.length}）`}
      actions={
        mayWrite && (
          <Button size="sm" icon="plus" onPress={() => setEditing("new")}>
            {t.newCategory}
          </Button>
        )
      }
    >
      <p className="text-sm leading-6 text-muted">{t.categoriesLead}</p>
      {categories.length === 0 ? (
        <EmptyState icon="recycle" title={t.noCategories}>
          {t.noCategoriesWhy}
        </EmptyState>
      ) : (
        <ul aria-label={t.categories} className="mt-2 divide-y divide-line">
          {categories.map((row) => (
            <li key={row.key} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
              <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1.5">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <CategoryTag category={row} fallback={row.key} />
                  <span className="text-sm text-muted tabular">{t.usedBy(row.items)}</span>
                </p>
                {row.howTo ? (
                  <p className="text-sm leading-6 break-words whitespace-pre-wrap">{row.howTo.ja}</p>
                ) : (
                  <p>
                    <Badge size="sm" tone="warning" icon="triangle-alert">
                      {t.howToMissing}
                    </Badge>
                  </p>
                )}
                <p className="text-sm leading-6 text-muted break-words">
                  {t.collectedAs}：{row.collectedAs.map(kindName).join("、") || t.none}
                </p>
              </div>
              {mayWrite && (
                <span className="flex gap-2">
                  <Button size="sm" aria-label={t.editOf(row.label.ja)} onPress={() => setEditing(row)}>
                    {t.edit}
                  </Button>
                  {row.items === 0 && (
                    <Button
                      size="sm"
                      variant="quiet"
                      icon="trash-2"
                      aria-label={t.removeOf(row.label.ja)}
                      onPress={() => setRemoving(row)}
                    >
                      {t.remove}
                    </Button>
                  )}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <CategoryDialog
          row={editing === "new" ? null : editing}
          kinds={calendar.kinds}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <RemoveDialog
          name={removing.label.ja}
          remove={() => deleteGarbageCategoryAction({ key: removing.key, seen: removing.seen })}
          onClose={() => setRemoving(null)}
        />
      )}
    </Panel>
  );
}
