"use client";

import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { Select } from "@/components/ui/select";
import type { TypedEntry } from "@/lib/chatbot/entries/form";
import { entryLabels as t } from "./labels";
import type { ErrorOf } from "./use-entry";

const NONE = "none";

type Props = {
  typed: TypedEntry;
  onChange: (part: Partial<TypedEntry>) => void;
  errorOf: ErrorOf;
  today: string;
  topics: { id: string; label: string }[];
  sections: { id: number; name: string; mayWrite: boolean }[];
  wholeCity: boolean;
};

/** Whose it is, where it belongs, and when it holds. */
export function FactsPanel({ typed, onChange, errorOf, today, topics, sections, wholeCity }: Props) {
  const owners = [
    { id: NONE, label: t.wholeCity, disabled: !wholeCity },
    ...sections.map(({ id, name, mayWrite }) => ({ id: String(id), label: name, disabled: !mayWrite })),
  ];
  return (
    <Panel title={t.facts}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          label={t.topic}
          description={t.topicHelp}
          choices={[{ id: NONE, label: t.noTopic }, ...topics]}
          value={typed.category ?? NONE}
          error={errorOf("category")}
          onChange={(id) => onChange({ category: id === NONE ? null : id })}
        />
        <Select
          label={t.section}
          description={t.sectionHelp}
          choices={owners.filter((owner) => !owner.disabled || owner.id === String(typed.sectionId ?? NONE))}
          value={String(typed.sectionId ?? NONE)}
          error={errorOf("sectionId")}
          onChange={(id) => onChange({ sectionId: id === NONE ? null : Number(id) })}
        />
        <DateField
          label={t.validFrom}
          optional
          today={today}
          value={typed.validFrom}
          error={errorOf("validFrom")}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <DateField
          label={t.validUntil}
          optional
          today={today}
          value={typed.validUntil}
          error={errorOf("validUntil")}
          onChange={(validUntil) => onChange({ validUntil })}
        />
        <p className="-mt-2 text-sm leading-5 text-muted sm:col-span-2">{t.validHelp}</p>
        <div className="flex flex-wrap items-end gap-2 sm:col-span-2">
          <DateField
            label={t.reviewedOn}
            description={t.reviewedHelp}
            optional
            today={today}
            max={today}
            value={typed.reviewedOn}
            error={errorOf("reviewedOn")}
            className="min-w-0 flex-1 basis-56"
            onChange={(reviewedOn) => onChange({ reviewedOn })}
          />
          {typed.reviewedOn !== today && (
            <Button icon="check" onPress={() => onChange({ reviewedOn: today })}>
              {t.today}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
