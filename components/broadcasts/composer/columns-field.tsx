"use client";

import { Button } from "@/components/ui/button";
import { keyed } from "@/components/ui/keyed";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { type BlockOf, type CarouselColumn, CONTENT_LIMITS as L } from "@/lib/broadcasts/block";
import { graphemes } from "@/lib/core/text";
import { composerLabels as t } from "../labels";
import type { FieldsProps } from "./block-fields";
import { ButtonsField } from "./buttons-field";
import { MediaField } from "./media-field";

/** A new card as tall as the others: LINE wants the same buttons in all of them. */
const emptyLike = (first: CarouselColumn | undefined): CarouselColumn => ({
  mediaId: null,
  title: "",
  text: "",
  buttons: (first?.buttons ?? [{}]).map(() => ({ label: "", uri: "" })),
});

export function ColumnsField({ block, onChange, errors, places, onPlace }: FieldsProps<BlockOf<"carousel">>) {
  const { columns } = block;
  const set = (at: number, part: Partial<CarouselColumn>) =>
    onChange({ ...block, columns: columns.map((c, n) => (n === at ? { ...c, ...part } : c)) });
  return (
    <div className="flex flex-col gap-4">
      {errors("columns") && <Notice tone="danger">{errors("columns")}</Notice>}
      {keyed(columns).map(({ key, item, at }) => (
        <fieldset key={key} className="flex flex-col gap-3 rounded-8 border border-line p-3">
          <legend className="px-1 text-sm font-bold">{t.column(at + 1)}</legend>
          <MediaField
            mediaId={item.mediaId}
            places={places}
            onPlace={onPlace}
            onChange={(mediaId) => set(at, { mediaId })}
          />
          <TextField
            label={t.blockTitle}
            optional
            value={item.title}
            error={errors(`columns.${at}.title`)}
            onChange={(title) => set(at, { title })}
          />
          <TextArea
            label={t.text}
            required
            rows={2}
            value={item.text}
            max={item.mediaId || item.title ? L.columnTextDecorated : L.columnText}
            countOf={graphemes}
            error={errors(`columns.${at}.text`)}
            onChange={(text) => set(at, { text })}
          />
          <ButtonsField
            buttons={item.buttons}
            field={`columns.${at}.buttons`}
            max={L.columnButtons}
            labelMax={L.label}
            errors={errors}
            onChange={(buttons) => set(at, { buttons })}
          />
          {columns.length > 1 && (
            <Button
              size="sm"
              variant="quiet"
              icon="trash-2"
              className="self-end"
              onPress={() => onChange({ ...block, columns: columns.filter((_, n) => n !== at) })}
            >
              {t.removeColumn(at + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {columns.length < L.columns && (
        <Button
          size="sm"
          icon="plus"
          className="self-start"
          onPress={() => onChange({ ...block, columns: [...columns, emptyLike(columns[0])] })}
        >
          {t.addColumn}
        </Button>
      )}
    </div>
  );
}
