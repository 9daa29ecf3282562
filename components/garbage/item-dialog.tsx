"use client";

import { EditDialog } from "@/components/preferences/edit-dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { saveGarbageItemAction } from "@/lib/garbage/book/actions";
import type { CategoryRow, ItemRow } from "@/lib/garbage/book/loaders";
import { garbageLabels as t } from "./labels";

type Props = { row: ItemRow | null; categories: readonly CategoryRow[]; onClose: () => void };

export function ItemDialog({ row, categories, onClose }: Props) {
  const save = (form: FormData) => {
    const said = (name: string) => String(form.get(name) ?? "");
    return saveGarbageItemAction({
      key: row?.key ?? null,
      seen: row?.seen ?? null,
      title: said("title"),
      reading: said("reading"),
      synonyms: said("synonyms"),
      category: said("category"),
      note: said("note"),
    });
  };
  return (
    <EditDialog title={row ? t.editItem(row.title) : t.newItem} saved={t.saved} onClose={onClose} save={save}>
      {(errorOf, mend) => (
        <>
          <TextField
            name="title"
            label={t.itemTitle}
            description={t.itemTitleHelp}
            defaultValue={row?.title ?? ""}
            required
            error={errorOf("title")}
            autoComplete="off"
          />
          <Select
            name="category"
            label={t.category}
            required
            choices={categories.map((one) => ({ id: one.key, label: one.label.ja }))}
            defaultValue={row?.category}
            error={errorOf("category")}
            onChange={() => mend("category")}
          />
          <TextField
            name="reading"
            label={t.reading}
            description={t.readingHelp}
            defaultValue={row?.reading ?? ""}
            error={errorOf("reading")}
            autoComplete="off"
          />
          <TextArea
            name="synonyms"
            label={t.synonyms}
            description={t.synonymsHelp}
            rows={3}
            defaultValue={row?.synonyms.join("\n") ?? ""}
            error={errorOf("synonyms")}
          />
          <TextArea
            name="note"
            label={t.note}
            description={t.noteHelp}
            rows={3}
            defaultValue={row?.note ?? ""}
            error={errorOf("note")}
          />
        </>
      )}
    </EditDialog>
  );
}
