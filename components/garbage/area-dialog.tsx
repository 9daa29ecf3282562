"use client";

import { EditDialog } from "@/components/preferences/edit-dialog";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { saveGarbageAreaAction } from "@/lib/garbage/book/actions";
import type { CalendarView } from "@/lib/garbage/book/loaders";
import { garbageLabels as t } from "./labels";
import { RuleField } from "./rule-field";

type Props = {
  row: CalendarView["areas"][number] | null;
  calendar: Pick<CalendarView, "kinds" | "suspensions">;
  today: string;
  onClose: () => void;
};

/** Where a timetable holds, and when each kind is collected there. */
export function AreaDialog({ row, calendar, today, onClose }: Props) {
  const { kinds, suspensions } = calendar;
  const save = (form: FormData) => {
    const said = (name: string) => String(form.get(name) ?? "");
    const byKind = (name: string) =>
      Object.fromEntries(kinds.map((kind) => [kind.key, said(`${name}.${kind.key}`)]));
    return saveGarbageAreaAction({
      key: row?.key ?? null,
      seen: row?.seen ?? null,
      name: said("name"),
      group: said("group"),
      also: said("also"),
      center: said("center"),
      cells: byKind("cells"),
      notes: byKind("notes"),
    });
  };
  return (
    <EditDialog title={row ? t.editOf(row.name) : t.newArea} saved={t.saved} onClose={onClose} save={save}>
      {(errorOf) => (
        <>
          <TextField
            name="name"
            label={t.areaName}
            required
            defaultValue={row?.name ?? ""}
            error={errorOf("name")}
            autoComplete="off"
          />
          <TextField
            name="group"
            label={t.group}
            description={t.groupHelp}
            defaultValue={row?.group ?? ""}
            error={errorOf("group")}
            autoComplete="off"
          />
          <TextArea
            name="also"
            label={t.also}
            description={t.alsoHelp}
            rows={2}
            defaultValue={row?.also.join("\n") ?? ""}
            error={errorOf("also")}
          />
          <TextField
            name="center"
            label={t.center}
            description={t.centerHelp}
            defaultValue={row?.center ?? ""}
            error={errorOf("center")}
            autoComplete="off"
          />
          <fieldset className="rounded-8 border border-line px-4 pt-2 pb-1">
            <legend className="px-1 font-bold leading-6">{t.rules}</legend>
            <p className="text-sm leading-6 text-muted">{t.rulesHelp}</p>
            <div className="divide-y divide-line">
              {kinds.map((kind) => (
                <RuleField
                  key={kind.key}
                  kind={kind}
                  area={row}
                  suspensions={suspensions}
                  today={today}
                  error={errorOf(`cells.${kind.key}`)}
                />
              ))}
            </div>
          </fieldset>
        </>
      )}
    </EditDialog>
  );
}
