"use client";

import { MediaField } from "@/components/broadcasts/composer/media-field";
import { CoordinateFields } from "@/components/map/coordinate-fields";
import { PlacePicker } from "@/components/map/place-picker";
import type { MapTiles } from "@/components/map/types";
import { ComboBox } from "@/components/ui/combo-box";
import { Icon } from "@/components/ui/icon";
import { TextField } from "@/components/ui/text-field";
import type { SketchText } from "@/lib/areas/sketch";
import type { TypedAnswer } from "@/lib/chatbot/entries/form";
import type { Start } from "@/lib/chatbot/entries/starts";
import type { MediaPlaces } from "@/lib/media/place";
import { entryLabels as t } from "./labels";
import type { ErrorOf } from "./use-entry";

export type PlaceSetting = { sketch: SketchText | null; tiles: MapTiles | null };

type Props = {
  answer: TypedAnswer;
  onChange: (part: Partial<TypedAnswer>) => void;
  errorOf: ErrorOf;
  starts: readonly Start[];
  places: MediaPlaces;
  onPlace: (id: string, place: NonNullable<MediaPlaces[string]>) => void;
  map: PlaceSetting;
};

/** What an answer has once, whatever the language. */
export function SharedFields(props: Props) {
  const { answer, onChange, errorOf, starts, places, onPlace, map } = props;
  switch (answer.kind) {
    case "card":
    case "image":
      return (
        <MediaField
          mediaId={answer.mediaId}
          places={places}
          onPlace={onPlace}
          error={errorOf("answer.mediaId")}
          onChange={(mediaId) => onChange({ mediaId })}
        />
      );
    case "location": {
      const problem = errorOf("answer.point");
      return (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 font-bold leading-6">{t.point}</legend>
          {map.sketch ? (
            <PlacePicker
              compact
              value={answer.point}
              onChange={(point) => onChange({ point })}
              sketch={map.sketch}
              tiles={map.tiles}
              label={t.point}
              className="h-64"
            />
          ) : (
            <CoordinateFields value={answer.point} onChange={(point) => onChange({ point })} />
          )}
          {problem && (
            <p role="alert" className="flex items-start gap-1.5 text-sm leading-5 text-danger-ink">
              <Icon name="circle-alert" size={16} className="mt-0.5" />
              {problem}
            </p>
          )}
        </fieldset>
      );
    }
    case "link":
      return (
        <TextField
          label={t.url}
          description={t.urlHelp}
          required
          value={answer.url}
          inputMode="url"
          placeholder="https://"
          autoComplete="off"
          error={errorOf("answer.url")}
          onChange={(url) => onChange({ url })}
        />
      );
    case "scenario":
      return (
        <ComboBox
          label={t.start}
          required
          choices={starts.map(({ key, label }) => ({ id: key, label }))}
          value={answer.start || null}
          error={errorOf("answer.start")}
          onChange={(start) => onChange({ start: start ?? "" })}
        />
      );
    case "text":
      return null;
  }
}
