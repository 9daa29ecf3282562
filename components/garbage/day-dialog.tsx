"use client";

import { useState } from "react";
import { EditDialog } from "@/components/preferences/edit-dialog";
import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { uiLabels } from "@/components/ui/labels";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { saveGarbageExtraAction, saveGarbageSuspensionAction } from "@/lib/garbage/book/actions";
import type { CalendarView } from "@/lib/garbage/book/loaders";
import { garbageLabels as t } from "./labels";

type Kinds = { kinds: CalendarView["kinds"]; chosen: string[]; onChange: (keys: string[]) => void };

function KindsField({
  kinds,
  chosen,
  onChange,
  label,
  description,
  error,
}: Kinds & { label: string; description?: string; error?: string }) {
  return (
    <CheckboxGroup label={label} description={description} error={error} value={chosen} onChange={onChange}>
      {kinds.map((kind) => (
        <Checkbox key={kind.key} value={kind.key}>
          {kind.label.ja}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

type Off = {
  row: CalendarView["suspensions"][number] | null;
  kinds: CalendarView["kinds"];
  centers: string[];
  today: string;
  onClose: () => void;
};

/** Days on which nothing is collected. */
export function SuspensionDialog({ row, kinds, centers, today, onClose }: Off) {
  const [chosen, setChosen] = useState(row?.kinds ?? []);
  const save = (form: FormData) => {
    const said = (name: string) => String(form.get(name) ?? "");
    return saveGarbageSuspensionAction({
      seen: row?.seen ?? null,
      from: said("from"),
      until: said("until"),
      center: said("center"),
      kinds: chosen,
    });
  };
  return (
    <EditDialog title={row ? t.suspensions : t.newSuspension} saved={t.saved} onClose={onClose} save={save}>
      {(errorOf, mend) => (
        <>
          <DateField
            name="from"
            label={t.from}
            required
            today={today}
            defaultValue={row?.from}
            error={errorOf("from")}
            onChange={() => mend("from")}
          />
          <DateField
            name="until"
            label={t.until}
            description={`${t.untilHelp}${uiLabels.dateHint}`}
            optional
            today={today}
            defaultValue={row?.until}
            error={errorOf("until")}
            onChange={() => mend("until")}
          />
          <TextField
            name="center"
            label={t.centerOnly}
            description={centers.length > 0 ? `${t.centerOnlyHelp}${centers.join("、")}` : t.centerOnlyHelp}
            defaultValue={row?.center ?? ""}
            error={errorOf("center")}
            autoComplete="off"
          />
          <KindsField
            label={t.whichKinds}
            description={t.kindsHelp}
            kinds={kinds}
            chosen={chosen}
            onChange={(keys) => {
              setChosen(keys);
              mend("kinds");
            }}
            error={errorOf("kinds")}
          />
        </>
      )}
    </EditDialog>
  );
}

type Extra = {
  row: CalendarView["extras"][number] | null;
  kinds: CalendarView["kinds"];
  today: string;
  onClose: () => void;
};

/** A collection beside the timetable. */
export function ExtraDialog({ row, kinds, today, onClose }: Extra) {
  const [chosen, setChosen] = useState(row?.kinds ?? []);
  const save = (form: FormData) =>
    saveGarbageExtraAction({
      seen: row?.seen ?? null,
      date: String(form.get("date") ?? ""),
      kinds: chosen,
      areas: String(form.get("areas") ?? ""),
    });
  return (
    <EditDialog title={row ? t.extras : t.newExtra} saved={t.saved} onClose={onClose} save={save}>
      {(errorOf, mend) => (
        <>
          <DateField
            name="date"
            label={t.date}
            required
            today={today}
            defaultValue={row?.date}
            error={errorOf("date")}
            onChange={() => mend("date")}
          />
          <KindsField
            label={t.whichKinds}
            kinds={kinds}
            chosen={chosen}
            onChange={(keys) => {
              setChosen(keys);
              mend("kinds");
            }}
            error={errorOf("kinds")}
          />
          <TextArea
            name="areas"
            label={t.whichAreas}
            description={t.whichAreasHelp}
            rows={3}
            defaultValue={row?.areaNames?.join("\n") ?? ""}
            error={errorOf("areas")}
          />
        </>
      )}
    </EditDialog>
  );
}
