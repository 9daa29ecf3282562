"use client";

import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { isoDate } from "@/lib/core/time";
import { saveInterestAction } from "@/lib/preferences/content/actions";
import type { InterestRow } from "@/lib/preferences/content/queries";
import { EditDialog } from "./edit-dialog";
import { TOPIC_ICONS, preferencesLabels as t } from "./labels";
import { LocalFields, localFrom } from "./local-fields";

const NO_ICON = "none";

/** The last day of an interest: it ends with the first instant of the next one. */
const lastDay = (until: Date | null) => (until ? isoDate(new Date(until.getTime() - 1)) : "");

export function InterestDialog({ row, onClose }: { row: InterestRow | null; onClose: () => void }) {
  const save = (form: FormData) => {
    const icon = String(form.get("icon") ?? NO_ICON);
    return saveInterestAction({
      bit: row?.bit ?? null,
      seen: row?.updatedAt.toISOString() ?? null,
      label: localFrom(form, "label"),
      description: localFrom(form, "description"),
      icon: icon === NO_ICON ? null : icon,
      validFrom: String(form.get("validFrom") ?? "").trim(),
      validUntil: String(form.get("validUntil") ?? "").trim(),
    });
  };
  const icons = [
    { id: NO_ICON, label: t.noIcon },
    ...Object.entries(TOPIC_ICONS).map(([id, label]) => ({ id, label })),
  ];
  return (
    <EditDialog title={row ? t.editInterest(row.label.ja) : t.newInterest} onClose={onClose} save={save}>
      {(errorOf) => (
        <>
          <LocalFields
            name="label"
            title={t.label}
            hint={t.labelHint}
            text={row?.label ?? null}
            required
            errorOf={errorOf}
          />
          <LocalFields
            name="description"
            title={t.description}
            text={row?.description ?? null}
            errorOf={errorOf}
          />
          <Select name="icon" label={t.icon} choices={icons} defaultValue={row?.icon ?? NO_ICON} />
          <TextField
            name="validFrom"
            label={t.validFrom}
            description={t.validHint}
            defaultValue={row?.validFrom ? isoDate(row.validFrom) : ""}
            error={errorOf("validFrom")}
            autoComplete="off"
          />
          <TextField
            name="validUntil"
            label={t.validUntil}
            description={t.validHint}
            defaultValue={lastDay(row?.validUntil ?? null)}
            error={errorOf("validUntil")}
            autoComplete="off"
          />
        </>
      )}
    </EditDialog>
  );
}
