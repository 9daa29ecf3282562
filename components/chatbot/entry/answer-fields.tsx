"use client";

import { Button, IconButton } from "@/components/ui/button";
import { htmlLanguage } from "@/components/ui/html-language";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Spoken } from "@/db/enums";
import { ANSWER_LIMITS as L } from "@/lib/chatbot/answer";
import { NO_WORDS, type TypedAnswer, type Wordings } from "@/lib/chatbot/entries/form";
import { graphemes } from "@/lib/core/text";
import { entryLabels as t } from "./labels";
import type { ErrorOf } from "./use-entry";

type Props = {
  answer: TypedAnswer;
  onChange: (part: Partial<TypedAnswer>) => void;
  errorOf: ErrorOf;
  spoken: Spoken;
};

const units = (text: string) => text.length;
/** How each kind's text is limited, in LINE's own unit for that kind. */
const TEXT_LIMIT: Record<TypedAnswer["kind"], { max: number; countOf: (text: string) => number }> = {
  text: { max: L.text, countOf: units },
  image: { max: L.text, countOf: units },
  location: { max: L.text, countOf: units },
  card: { max: L.cardText, countOf: graphemes },
  link: { max: L.cardText, countOf: graphemes },
  scenario: { max: L.cardText, countOf: graphemes },
};

/** One line in one language, with its count. */
function Line(props: {
  label: string;
  words: Wordings;
  spoken: Spoken;
  max: number;
  error: string | undefined;
  countOf?: (text: string) => number;
  onChange: (words: Wordings) => void;
}) {
  const { label, words, spoken, max, error, countOf = graphemes, onChange } = props;
  const text = words[spoken];
  return (
    <TextField
      label={label}
      required={spoken === "ja"}
      lang={htmlLanguage(spoken)}
      value={text}
      error={error}
      autoComplete="off"
      suffix={
        <span className={countOf(text) > max ? "font-bold text-danger-ink tabular" : "tabular"}>
          {countOf(text)}/{max}
        </span>
      }
      onChange={(next) => onChange({ ...words, [spoken]: next })}
    />
  );
}

/** The words of the answer in one language. */
export function AnswerFields({ answer, onChange, errorOf, spoken }: Props) {
  const { kind } = answer;
  const at = (field: string) => errorOf(`answer.${field}.${spoken}`);
  const shared = { spoken };
  return (
    <>
      {kind === "card" && (
        <Line
          {...shared}
          label={t.cardTitle}
          words={answer.title}
          max={L.cardTitle}
          error={at("title")}
          onChange={(title) => onChange({ title })}
        />
      )}
      <TextArea
        label={kind === "image" ? t.imageText : t.text}
        required={spoken === "ja"}
        rows={kind === "text" ? 6 : 4}
        lang={htmlLanguage(spoken)}
        value={answer.text[spoken]}
        {...TEXT_LIMIT[kind]}
        error={at("text")}
        onChange={(text) => onChange({ text: { ...answer.text, [spoken]: text } })}
      />
      {kind === "location" && (
        <>
          <Line
            {...shared}
            label={t.placeTitle}
            words={answer.title}
            max={L.place}
            countOf={units}
            error={at("title")}
            onChange={(title) => onChange({ title })}
          />
          <Line
            {...shared}
            label={t.address}
            words={answer.address}
            max={L.place}
            countOf={units}
            error={at("address")}
            onChange={(address) => onChange({ address })}
          />
        </>
      )}
      {(kind === "link" || kind === "scenario") && (
        <Line
          {...shared}
          label={t.buttonLabel}
          words={answer.label}
          max={L.label}
          error={at("label")}
          onChange={(label) => onChange({ label })}
        />
      )}
      {kind === "card" && <Buttons {...{ answer, onChange, errorOf, spoken }} />}
    </>
  );
}

function Buttons({ answer, onChange, errorOf, spoken }: Props) {
  const { buttons } = answer;
  const set = (place: number, part: Partial<(typeof buttons)[number]>) =>
    onChange({ buttons: buttons.map((button, n) => (n === place ? { ...button, ...part } : button)) });
  const rows = buttons.map((button, place) => ({ id: `${place}`, button, place }));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-bold leading-6">{t.buttons}</legend>
      {rows.map(({ id, button, place }) => (
        <div key={id} className="grid grid-cols-[1fr_auto] items-start gap-2 sm:grid-cols-[13rem_1fr_auto]">
          <div className="col-span-2 sm:col-span-1">
            <Line
              label={t.buttonLabelOf(place + 1)}
              words={button.label}
              spoken={spoken}
              max={L.label}
              error={errorOf(`answer.buttons.${place}.label.${spoken}`)}
              onChange={(label) => set(place, { label })}
            />
          </div>
          <TextField
            label={t.buttonUriOf(place + 1)}
            required
            value={button.uri}
            inputMode="url"
            placeholder={t.buttonUriExample}
            autoComplete="off"
            error={errorOf(`answer.buttons.${place}.uri`)}
            onChange={(uri) => set(place, { uri })}
          />
          <IconButton
            icon="trash-2"
            className="mt-7.5"
            label={t.removeButton(place + 1)}
            onPress={() => onChange({ buttons: buttons.filter((_, n) => n !== place) })}
          />
        </div>
      ))}
      {buttons.length < L.cardButtons && (
        <Button
          size="sm"
          icon="plus"
          className="self-start"
          onPress={() => onChange({ buttons: [...buttons, { label: NO_WORDS, uri: "" }] })}
        >
          {t.addButton}
        </Button>
      )}
    </fieldset>
  );
}
