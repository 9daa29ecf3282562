"use client";

import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { type Block, type BlockOf, CONTENT_LIMITS as L } from "@/lib/broadcasts/block";
import { graphemes } from "@/lib/core/text";
import type { MediaPlaces } from "@/lib/media/place";
import { composerLabels as t } from "../labels";
import { AreasField } from "./areas-field";
import { ButtonsField } from "./buttons-field";
import { ColumnsField } from "./columns-field";
import type { ErrorOf } from "./errors";
import { MediaField, type NewPlace } from "./media-field";

export type FieldsProps<B extends Block = Block> = {
  block: B;
  onChange: (block: B) => void;
  errors: ErrorOf;
  places: MediaPlaces;
  onPlace: NewPlace;
};

function AltField<B extends Exclude<Block, { kind: "text" }>>({ block, onChange, errors }: FieldsProps<B>) {
  return (
    <TextField
      label={t.alt}
      description={t.altHelp}
      required
      value={block.alt}
      error={errors("alt")}
      onChange={(alt) => onChange({ ...block, alt })}
    />
  );
}

function Picture<B extends BlockOf<"image" | "imagemap" | "card">>(props: FieldsProps<B>) {
  const { block, onChange, errors, places, onPlace } = props;
  return (
    <MediaField
      mediaId={block.mediaId}
      places={places}
      onPlace={onPlace}
      error={errors("mediaId")}
      onChange={(mediaId) => onChange({ ...block, mediaId })}
    />
  );
}

function CardFields(props: FieldsProps<BlockOf<"card"> | BlockOf<"buttons">>) {
  const { block, onChange, errors } = props;
  const isCard = block.kind === "card";
  const textMax = isCard ? L.cardText : block.title ? L.buttonsTextDecorated : L.buttonsText;
  return (
    <>
      <TextField
        label={t.blockTitle}
        optional
        value={block.title}
        error={errors("title")}
        suffix={
          <span className="tabular">
            {graphemes(block.title)}/{isCard ? L.cardTitle : L.buttonsTitle}
          </span>
        }
        onChange={(title) => onChange({ ...block, title })}
      />
      <TextArea
        label={t.text}
        required
        rows={3}
        value={block.text}
        max={textMax}
        countOf={graphemes}
        error={errors("text")}
        onChange={(text) => onChange({ ...block, text })}
      />
      <ButtonsField
        buttons={block.buttons}
        field="buttons"
        max={isCard ? L.cardButtons : L.buttons}
        labelMax={isCard ? L.cardLabel : L.label}
        errors={errors}
        onChange={(buttons) => onChange({ ...block, buttons })}
      />
    </>
  );
}

/** The fields of one block, whatever its kind. */
export function BlockFields(props: FieldsProps) {
  const { block, onChange, errors, places, onPlace } = props;
  const rest = { onChange, errors, places, onPlace };
  switch (block.kind) {
    case "text":
      return (
        <TextArea
          label={t.text}
          labelHidden
          required
          rows={6}
          value={block.text}
          max={L.text}
          error={errors("text")}
          onChange={(text) => onChange({ ...block, text })}
        />
      );
    case "image":
      return (
        <>
          <Picture {...rest} block={block} />
          <AltField {...rest} block={block} />
        </>
      );
    case "imagemap":
      return (
        <>
          <Picture {...rest} block={block} />
          <AltField {...rest} block={block} />
          <AreasField {...rest} block={block} />
        </>
      );
    case "card":
      return (
        <>
          <Picture {...rest} block={block} />
          <CardFields {...rest} block={block} />
          <AltField {...rest} block={block} />
        </>
      );
    case "buttons":
      return (
        <>
          <CardFields {...rest} block={block} />
          <AltField {...rest} block={block} />
        </>
      );
    case "carousel":
      return (
        <>
          <ColumnsField {...rest} block={block} />
          <AltField {...rest} block={block} />
        </>
      );
  }
}
