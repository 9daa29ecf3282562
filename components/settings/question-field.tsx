"use client";

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { optionsOf } from "@/lib/preferences/card";
import type { Interest, Offer, Question } from "@/lib/preferences/offer";
import type { SingleKey } from "@/lib/preferences/operation";
import { type Language, say } from "@/lib/scenarios/language";
import { settingsLabel } from "./labels";

const ROW =
  "flex min-h-14 cursor-pointer items-center gap-3 rounded-8 border border-line bg-surface px-4 py-3 text-lg leading-7 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-bold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-default has-disabled:text-muted";
const BOX = "size-6 shrink-0 accent-accent";

function Field({
  question,
  language,
  children,
}: {
  question: Question;
  language: Language;
  children: ReactNode;
}) {
  const note = question.note && say(question.note, language);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 text-xl font-bold leading-8">{say(question.prompt, language)}</legend>
      {note && <p className="text-base leading-6 text-muted">{note}</p>}
      {children}
    </fieldset>
  );
}

type SingleProps = {
  question: Question;
  offer: Offer;
  language: Language;
  value: number;
  disabled: boolean;
  onChange: (value: number) => void;
};

/** A question with one answer, or none. */
export function SingleField({ question, offer, language, value, disabled, onChange }: SingleProps) {
  const key = question.key as SingleKey;
  const none = { value: 0, label: settingsLabel("noAnswer", language) };
  const options = [...optionsOf(offer, key, language), ...(key === "language" ? [] : [none])];
  return (
    <Field question={question} language={language}>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map((option) => (
          <label key={option.value} className={ROW}>
            <input
              type="radio"
              name={key}
              className={BOX}
              checked={option.value === value}
              disabled={disabled}
              onChange={() => onChange(option.value)}
            />
            <span className="min-w-0 flex-1">{option.label}</span>
          </label>
        ))}
      </div>
    </Field>
  );
}

type InterestsProps = {
  question: Question;
  interests: Interest[];
  language: Language;
  chosen: number[];
  disabled: boolean;
  onChange: (bit: number, on: boolean) => void;
};

/** Any number of interests. */
export function InterestsField({
  question,
  interests,
  language,
  chosen,
  disabled,
  onChange,
}: InterestsProps) {
  return (
    <Field question={question} language={language}>
      <div className="grid gap-2 sm:grid-cols-2">
        {interests.map(({ bit, label, description, icon }) => (
          <label key={bit} className={ROW}>
            <input
              type="checkbox"
              className={BOX}
              checked={chosen.includes(bit)}
              disabled={disabled}
              onChange={(event) => onChange(bit, event.currentTarget.checked)}
            />
            {icon && <Icon name={icon} size={24} className="text-muted" />}
            <span className="min-w-0 flex-1">
              {say(label, language)}
              {description && (
                <span className="block text-base font-normal leading-6 text-muted">
                  {say(description, language)}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </Field>
  );
}
