"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { ComboBox } from "@/components/ui/combo-box";
import { DateField } from "@/components/ui/date-field";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { actionLabels, auditLabels, subjectLabels } from "./labels";

export type AuditQuery = {
  staff: string;
  action: string;
  subject: string;
  id: string;
  from: string;
  to: string;
};
type Props = { query: AuditQuery; people: { id: number; name: string }[]; today: string };

const ANY = "any";
const choices = (words: Record<string, string>, any: string) => [
  { id: ANY, label: any },
  ...Object.entries(words).map(([id, label]) => ({ id, label })),
];

/** Everything chosen goes into the address: it can be sent to a colleague. */
export function AuditFilter({ query, people, today }: Props) {
  const router = useRouter();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value.trim() && value !== ANY) chosen.set(name, value.trim());
    }
    router.push(chosen.size > 0 ? `/audit?${chosen}` : "/audit");
  };
  const filtered = Object.values(query).some(Boolean);
  const [open, setOpen] = useState(filtered);
  return (
    <>
      {/* At phone width the records come first. */}
      <Button
        className="self-start sm:hidden"
        icon="filter"
        aria-expanded={open}
        aria-controls="audit-filter"
        onPress={() => setOpen(!open)}
      >
        {auditLabels.filter}
      </Button>
      <form
        id="audit-filter"
        method="get"
        action="/audit"
        onSubmit={submit}
        aria-label={auditLabels.filter}
        className={cx(
          "grid grid-cols-1 items-end gap-4 sm:grid-cols-2 xl:grid-cols-4",
          !open && "max-sm:hidden",
        )}
      >
        <ComboBox
          name="staff"
          label={auditLabels.staff}
          placeholder={auditLabels.anyone}
          defaultValue={query.staff || undefined}
          choices={people.map((p) => ({ id: String(p.id), label: p.name }))}
        />
        <Select
          name="action"
          label={auditLabels.action}
          defaultValue={query.action || ANY}
          choices={choices(actionLabels, auditLabels.anyAction)}
        />
        <Select
          name="subject"
          label={auditLabels.subject}
          defaultValue={query.subject || ANY}
          choices={choices(subjectLabels, auditLabels.anySubject)}
        />
        <TextField name="id" label={auditLabels.subjectId} defaultValue={query.id} autoComplete="off" />
        <DateField
          name="from"
          label={auditLabels.from}
          defaultValue={query.from || undefined}
          today={today}
        />
        <DateField name="to" label={auditLabels.to} defaultValue={query.to || undefined} today={today} />
        <div className="flex flex-wrap gap-3 sm:col-span-2">
          <Button type="submit" variant="primary" icon="filter">
            {auditLabels.search}
          </Button>
          {filtered && (
            <LinkButton href="/audit" variant="quiet" icon="x">
              {auditLabels.reset}
            </LinkButton>
          )}
        </div>
      </form>
    </>
  );
}
