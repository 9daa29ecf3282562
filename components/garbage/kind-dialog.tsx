"use client";

import { useState } from "react";
import { EditDialog } from "@/components/preferences/edit-dialog";
import { LocalFields, localFrom } from "@/components/preferences/local-fields";
import { Switch } from "@/components/ui/switch";
import { saveGarbageKindAction } from "@/lib/garbage/book/actions";
import type { CalendarView } from "@/lib/garbage/book/loaders";
import { garbageLabels as t } from "./labels";

type Props = { row: CalendarView["kinds"][number] | null; onClose: () => void };

export function KindDialog({ row, onClose }: Props) {
  const [onHolidays, setOnHolidays] = useState(row?.onHolidays ?? true);
  const save = (form: FormData) =>
    saveGarbageKindAction({
      key: row?.key ?? null,
      seen: row?.seen ?? null,
      label: localFrom(form, "label"),
      onHolidays,
    });
  return (
    <EditDialog
      title={row ? t.editOf(row.label.ja) : t.newKind}
      saved={t.saved}
      onClose={onClose}
      save={save}
    >
      {(errorOf) => (
        <>
          <LocalFields name="label" title={t.label} text={row?.label ?? null} required errorOf={errorOf} />
          <Switch checked={onHolidays} onChange={setOnHolidays}>
            {t.onHolidays}
          </Switch>
        </>
      )}
    </EditDialog>
  );
}
