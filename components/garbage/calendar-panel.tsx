"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { deleteGarbageAreaAction } from "@/lib/garbage/book/actions";
import type { CalendarView, LoadedGarbage } from "@/lib/garbage/book/loaders";
import { searchHref } from "@/lib/garbage/book/search";
import { areaTitle } from "@/lib/garbage/calendar";
import { ruleWords } from "@/lib/garbage/rule-words";
import { AreaDialog } from "./area-dialog";
import { ExtrasPanel, SuspensionsPanel } from "./days-panels";
import { KindsPanel } from "./kinds-panel";
import { garbageLabels as t } from "./labels";
import { RemoveDialog } from "./remove-dialog";

type Area = CalendarView["areas"][number];

/** Areas with their timetables; below them what holds for all: kinds, days off, extra days. */
export function CalendarPanel({ search, calendar, mayWrite, today }: LoadedGarbage) {
  const router = useRouter();
  const [editing, setEditing] = useState<Area | "new" | null>(null);
  const [removing, setRemoving] = useState<Area | null>(null);
  const { areas, kinds, pages, page } = calendar;
  const go = (words: string) => router.push(searchHref(search, { words, page: 1 }), { scroll: false });
  const pageHref = (to: number) => (to < 1 || to > pages ? null : searchHref(search, { page: to }));
  const add = (
    <Button size="sm" icon="plus" onPress={() => setEditing("new")}>
      {t.newArea}
    </Button>
  );
  return (
    <>
      <Panel
        title={`${t.areas}（${t.areaCount(calendar.found, calendar.total)}）`}
        actions={mayWrite && kinds.length > 0 && add}
      >
        {calendar.total === 0 ? (
          <EmptyState icon="calendar" title={t.noAreas}>
            {t.noAreasWhy}
          </EmptyState>
        ) : (
          <>
            <SearchField
              key={search.words}
              label={t.searchAreas}
              placeholder={t.searchAreas}
              defaultValue={search.words}
              onSubmit={go}
              onClear={() => go("")}
            />
            <ul aria-label={t.areas} className="divide-y divide-line pt-2">
              {areas.map((area) => (
                <li key={area.key} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
                  <div className="min-w-0 flex-1 basis-64">
                    <p className="font-bold break-words">{areaTitle(area)}</p>
                    <dl className="mt-1 grid gap-x-4 gap-y-0.5 text-sm leading-6 sm:grid-cols-2">
                      {kinds
                        .filter((kind) => area.rules[kind.key])
                        .map((kind) => {
                          const rule = area.rules[kind.key];
                          return (
                            <div key={kind.key} className="flex gap-2">
                              <dt className="w-36 shrink-0 text-muted break-words">{kind.label.ja}</dt>
                              <dd className="min-w-0 break-words">{rule ? ruleWords(rule) : t.none}</dd>
                            </div>
                          );
                        })}
                    </dl>
                  </div>
                  {mayWrite && (
                    <span className="flex gap-2">
                      <Button
                        size="sm"
                        aria-label={t.editOf(areaTitle(area))}
                        onPress={() => setEditing(area)}
                      >
                        {t.edit}
                      </Button>
                      <Button
                        size="sm"
                        variant="quiet"
                        icon="trash-2"
                        aria-label={t.removeOf(areaTitle(area))}
                        onPress={() => setRemoving(area)}
                      >
                        {t.remove}
                      </Button>
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {pages > 1 && (
              <Pagination label={t.areaPages} previous={pageHref(page - 1)} next={pageHref(page + 1)}>
                {t.itemRange(page, pages)}
              </Pagination>
            )}
          </>
        )}
      </Panel>
      <SuspensionsPanel {...{ calendar, mayWrite, today }} />
      <ExtrasPanel {...{ calendar, mayWrite, today }} />
      <KindsPanel {...{ calendar, mayWrite }} />
      {editing && (
        <AreaDialog
          row={editing === "new" ? null : editing}
          calendar={calendar}
          today={today}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <RemoveDialog
          name={areaTitle(removing)}
          remove={() => deleteGarbageAreaAction({ key: removing.key, seen: removing.seen })}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}
