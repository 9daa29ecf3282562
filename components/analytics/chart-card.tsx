"use client";

import { useMemo, useRef, useState } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { parseAnalyticsSearch, toAnalyticsParams } from "@/lib/analytics/search";
import { type CardText, openCard } from "./card";
import { CardChart } from "./card-chart";
import { CardMenu } from "./card-menu";
import { CardTable } from "./card-table";
import { isBlank, tableOf } from "./card-table-of";
import { analyticsLabels as t } from "./labels";
import { MarkList } from "./mark-list";
import type { CardSetting } from "./setting";

/** What is shown belongs to the address, without asking the server again. */
function keepInAddress(card: string, isTable: boolean): void {
  const search = parseAnalyticsSearch(new URLSearchParams(window.location.search));
  const others = search.tables.filter((other) => other !== card);
  const query = toAnalyticsParams({ ...search, tables: isTable ? [...others, card] : others }).toString();
  window.history.replaceState(null, "", `${window.location.pathname}${query ? `?${query}` : ""}`);
}

/** One question: its answer in words, the drawing or the same numbers as a table, and ways to take them along. */
export function ChartCard({
  text,
  setting,
  startsAsTable,
}: {
  text: CardText;
  setting: CardSetting;
  startsAsTable: boolean;
}) {
  const card = useMemo(() => openCard(text, setting.axis), [text, setting.axis]);
  const [isTable, setTable] = useState(startsAsTable);
  const box = useRef<HTMLDivElement>(null);
  const isEmpty = isBlank(card);
  return (
    <section
      id={card.id}
      aria-labelledby={`${card.id}-title`}
      className={`flex min-w-0 scroll-mt-20 flex-col rounded-12 border border-line bg-surface print:break-inside-avoid print:border-control ${card.isWide ? "xl:col-span-2" : ""}`}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-5">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id={`${card.id}-title`} className="text-lg font-bold leading-7">
            {card.title}
          </h2>
          <p className="leading-6 tabular">{card.answer}</p>
        </div>
        <div className="flex items-center gap-2 print:hidden">
          <SegmentedControl
            label={`${card.title} ${t.view}`}
            segments={[
              { id: "chart", label: t.chart },
              { id: "table", label: t.table },
            ]}
            selected={isTable ? "table" : "chart"}
            onSelect={(id) => {
              setTable(id === "table");
              keepInAddress(card.id, id === "table");
            }}
          />
          <CardMenu card={card} setting={setting} isTable={isTable} box={box} />
        </div>
      </header>
      <div className="flex-1 px-4 pt-3 pb-2 sm:px-5">
        <div ref={box} hidden={isTable}>
          {isEmpty ? (
            <p className="rounded-8 bg-sunken px-4 py-10 text-center text-muted">{t.empty}</p>
          ) : (
            <CardChart card={card} setting={setting} />
          )}
        </div>
        {isTable && <CardTable title={card.title} table={tableOf(card, setting.map?.sketch ?? null)} />}
        {card.body.kind === "time" && !isEmpty && (
          <MarkList
            marks={card.body.marks}
            buckets={card.body.timeline.buckets}
            opens={setting.opensBroadcasts}
          />
        )}
      </div>
      <details className="border-t border-line px-4 py-1 text-sm sm:px-5 print:border-0 print:pt-0">
        <summary className="min-h-8 cursor-pointer py-1 leading-6 text-link print:hidden">{t.how}</summary>
        <div className="flex max-w-prose flex-col gap-2 pb-3 leading-6 text-muted">
          {card.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      </details>
    </section>
  );
}
