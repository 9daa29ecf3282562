"use client";

import { useEffect, useState } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { ReportAbilities } from "@/lib/reports/view";
import type { Case } from "./case";
import { detailLabels as t } from "./labels";
import { MessageForm } from "./message-form";
import { NoteForm } from "./note-form";
import { StatusForm } from "./status-form";
import { DESK_ID, useSuggestion } from "./suggestion";

type Tab = "status" | "message" | "note";

/** What can be done with the case. All three forms stay in place, so that changing between them loses no words. */
export function Desk({ report, abilities }: { report: Case; abilities: ReportAbilities }) {
  const tabs = [
    ...(abilities.moves.length > 0 ? [{ id: "status", label: t.deskStatus, icon: "refresh" as const }] : []),
    ...(abilities.mayMessage
      ? [{ id: "message", label: t.deskMessage, icon: "message-circle" as const }]
      : []),
    ...(abilities.mayNote ? [{ id: "note", label: t.deskNote, icon: "sticky-note" as const }] : []),
  ];
  const [tab, setTab] = useState<Tab>("status");
  const { original } = useSuggestion();
  useEffect(() => {
    if (original) setTab("status");
  }, [original]);
  return (
    <section
      id={DESK_ID}
      tabIndex={-1}
      aria-labelledby="desk-title"
      className="scroll-mt-4 rounded-12 border border-line bg-surface outline-none"
    >
      <header className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2 sm:px-5">
        <h2 id="desk-title" className="text-base font-bold leading-6">
          {t.desk}
        </h2>
        {tabs.length > 1 && (
          <SegmentedControl
            label={t.deskTabs}
            segments={tabs}
            selected={tab}
            onSelect={(id) => setTab(id as Tab)}
          />
        )}
      </header>
      <div className="px-4 py-4 sm:px-5">
        {tabs.length === 0 && <p className="text-muted">{t.readOnly}</p>}
        {abilities.moves.length > 0 && (
          <div hidden={tab !== "status"}>
            <StatusForm report={report} moves={abilities.moves} />
          </div>
        )}
        {abilities.mayMessage && (
          <div hidden={tab !== "message"}>
            <MessageForm report={report} />
          </div>
        )}
        {abilities.mayNote && (
          <div hidden={tab !== "note"}>
            <NoteForm report={report} />
          </div>
        )}
      </div>
    </section>
  );
}
