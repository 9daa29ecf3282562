"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import type { Trait } from "@/db/enums";
import {
  archiveOptionAction,
  moveOptionAction,
  restoreOptionAction,
  saveOptionAction,
} from "@/lib/preferences/content/actions";
import type { OptionRow } from "@/lib/preferences/content/queries";
import { EditDialog } from "./edit-dialog";
import { ItemRow } from "./item-row";
import { preferencesLabels as t, traitLabels } from "./labels";
import { LocalFields, localFrom } from "./local-fields";
import { useChange } from "./use-change";

/** The answers to 年代 or 性別. */
export function OptionsPanel({ trait, rows, now }: { trait: Trait; rows: OptionRow[]; now: Date }) {
  const [editing, setEditing] = useState<OptionRow | "new" | null>(null);
  const [pending, run] = useChange();
  const name = traitLabels[trait];
  return (
    <Panel
      title={`${name}の${t.options}`}
      actions={
        <Button size="sm" icon="plus" aria-label={t.addOption(name)} onPress={() => setEditing("new")}>
          {t.newOption}
        </Button>
      }
    >
      <p className="text-sm leading-6 text-muted">{t.optionsHint}</p>
      <ul className="divide-y divide-line">
        {rows.map((row, place) => {
          const over = row.validUntil !== null && row.validUntil <= now;
          const label = row.label.ja;
          const end = over ? restoreOptionAction : archiveOptionAction;
          return (
            <ItemRow
              key={row.code}
              name={label}
              pending={pending}
              at={place}
              of={rows.length}
              onMove={(direction) => run(() => moveOptionAction({ trait, code: row.code, direction }))}
              actions={
                <>
                  <Button size="sm" aria-label={t.editOf(label)} onPress={() => setEditing(row)}>
                    {t.edit}
                  </Button>
                  <Button
                    size="sm"
                    pending={pending}
                    aria-label={over ? t.restoreOf(label) : t.archiveOf(label)}
                    onPress={() => run(() => end({ trait, code: row.code }))}
                  >
                    {over ? t.restore : t.archive}
                  </Button>
                </>
              }
            >
              <p className="flex flex-wrap items-center gap-2 font-bold leading-6">
                {label}
                {over && <Badge size="sm">{t.over}</Badge>}
              </p>
              <p className="text-sm leading-5 text-muted">{t.chosenBy(row.chosenBy)}</p>
            </ItemRow>
          );
        })}
      </ul>
      {editing && (
        <EditDialog
          title={editing === "new" ? t.newOption : t.editOf(editing.label.ja)}
          onClose={() => setEditing(null)}
          save={(form) =>
            saveOptionAction({
              trait,
              code: editing === "new" ? null : editing.code,
              label: localFrom(form, "label"),
            })
          }
        >
          {(errorOf) => (
            <LocalFields
              name="label"
              title={t.label}
              hint={t.labelHint}
              text={editing === "new" ? null : editing.label}
              required
              errorOf={errorOf}
            />
          )}
        </EditDialog>
      )}
    </Panel>
  );
}
