"use client";

import { useState } from "react";
import { Input, TextField as RacTextField } from "react-aria-components";
import { CalendarButton } from "./calendar-button";
import { cx } from "./class-names";
import { FieldDescription, FieldLabel, type FieldParts, FieldProblem } from "./field";
import { japaneseDate, parseJapaneseDate } from "./japanese-date";
import { uiLabels } from "./labels";

export type DateFieldProps = FieldParts & {
  /** A hidden input of this name carries `2026-11-22`, or nothing. */
  name?: string;
  /** ISO dates. */
  value?: string | null;
  defaultValue?: string;
  min?: string;
  max?: string;
  /** ISO date of today in Tokyo: 1月2日 means this year. */
  today: string;
  onChange?: (iso: string | null) => void;
  disabled?: boolean;
  className?: string;
};

/** Reads what is typed when the field is left or Enter is pressed, and says what it understood. */
export function DateField(props: DateFieldProps) {
  const {
    label,
    labelHidden,
    description,
    error,
    required,
    optional,
    name,
    value,
    defaultValue,
    today,
    ...rest
  } = props;
  const { min, max, onChange, disabled, className } = rest;
  const [kept, setKept] = useState<string | null>(defaultValue ?? null);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const iso = value === undefined ? kept : value;

  const take = (next: string | null) => {
    setTyped(null);
    setProblem(null);
    setKept(next);
    if (next !== iso) onChange?.(next);
  };
  const read = () => {
    if (typed === null) return;
    if (typed.trim() === "") return take(null);
    const next = parseJapaneseDate(typed, today);
    if (next === null) return setProblem(uiLabels.dateWrong);
    if (min && next < min) return setProblem(uiLabels.dateEarly(japaneseDate(min)));
    if (max && next > max) return setProblem(uiLabels.dateLate(japaneseDate(max)));
    take(next);
  };

  const shownProblem = error ?? problem;
  return (
    <RacTextField
      value={typed ?? (iso ? japaneseDate(iso) : "")}
      onChange={setTyped}
      onBlur={read}
      onKeyDown={(event) => {
        if (event.key === "Enter") read();
        // Else the key would end here, and Escape would not close what the field stands in.
        event.continuePropagation();
      }}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={shownProblem ? true : undefined}
      // What cannot be read is no date yet: a form that is sent now would lose it.
      data-unread={problem === null ? undefined : true}
      validationBehavior="aria"
      className={cx("flex flex-col gap-1.5", className)}
    >
      <FieldLabel {...{ label, labelHidden, required, optional }} />
      <FieldDescription>{description ?? uiLabels.dateHint}</FieldDescription>
      <span className="relative flex items-center">
        <Input className="field-box pr-11" autoComplete="off" />
        <CalendarButton
          label={typeof label === "string" ? label : undefined}
          value={iso}
          min={min}
          max={max}
          disabled={disabled}
          onChoose={take}
        />
      </span>
      <FieldProblem error={shownProblem} />
      {name && <input type="hidden" name={name} value={iso ?? ""} />}
    </RacTextField>
  );
}
