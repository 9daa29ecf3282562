"use client";

import { useState } from "react";
import { EditDialog } from "@/components/preferences/edit-dialog";
import { LocalFields, localFrom } from "@/components/preferences/local-fields";
import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { saveGarbageCategoryAction } from "@/lib/garbage/book/actions";
import type { CalendarView, CategoryRow } from "@/lib/garbage/book/loaders";
import { CategoryTag } from "./category-tag";
import { CATEGORY_ICONS, garbageLabels as t } from "./labels";

type Props = { row: CategoryRow | null; kinds: CalendarView["kinds"]; onClose: () => void };

const isColor = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

export function CategoryDialog({ row, kinds, onClose }: Props) {
  const [color, setColor] = useState(row?.color ?? "#3f5a73");
  const [icon, setIcon] = useState(row?.icon ?? "trash-2");
  const [collectedAs, setCollectedAs] = useState(row?.collectedAs ?? []);
  const save = (form: FormData) =>
    saveGarbageCategoryAction({
      key: row?.key ?? null,
      seen: row?.seen ?? null,
      label: localFrom(form, "label"),
      howTo: localFrom(form, "howTo"),
      icon,
      color: color.trim(),
      collectedAs: collectedAs.filter((key) => kinds.some((kind) => kind.key === key)),
    });
  const icons = Object.entries(CATEGORY_ICONS).map(([id, label]) => ({ id, label }));
  const known = icons.some((one) => one.id === icon) ? icons : [{ id: icon, label: icon }, ...icons];
  return (
    <EditDialog
      title={row ? t.editOf(row.label.ja) : t.newCategory}
      saved={t.saved}
      onClose={onClose}
      save={save}
    >
      {(errorOf, mend) => (
        <>
          <LocalFields
            name="label"
            title={t.label}
            hint={t.labelHelp}
            text={row?.label ?? null}
            required
            errorOf={errorOf}
          />
          <LocalFields
            name="howTo"
            title={t.howTo}
            hint={t.howToHelp}
            text={row?.howTo ?? null}
            rows={3}
            errorOf={errorOf}
          />
          <div className="flex flex-wrap items-end gap-4">
            <TextField
              label={t.color}
              description={t.colorHelp}
              value={color}
              onChange={(text) => {
                setColor(text);
                mend("color");
              }}
              error={errorOf("color")}
              autoComplete="off"
              className="min-w-0 flex-1 basis-48"
            />
            <Select label={t.icon} choices={known} value={icon} onChange={setIcon} className="basis-40" />
          </div>
          {isColor(color) && (
            <p>
              <CategoryTag
                category={{
                  key: "",
                  label: row?.label ?? { ja: t.label },
                  icon,
                  color,
                  howTo: null,
                  collectedAs: [],
                }}
                fallback=""
              />
            </p>
          )}
          <CheckboxGroup
            label={t.collectedAs}
            description={kinds.length > 0 ? t.collectedAsHelp : t.noKinds}
            value={collectedAs}
            onChange={setCollectedAs}
          >
            {kinds.map((kind) => (
              <Checkbox key={kind.key} value={kind.key}>
                {kind.label.ja}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </>
      )}
    </EditDialog>
  );
}
