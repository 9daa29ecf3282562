"use client";

import { type Ref, type TextareaHTMLAttributes, useState } from "react";
import { TextArea as RacTextArea, TextField as RacTextField } from "react-aria-components";
import { cx } from "./class-names";
import { FieldDescription, FieldLabel, type FieldParts, FieldProblem } from "./field";
import { uiLabels } from "./labels";

export type TextAreaProps = FieldParts &
  Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    "onChange" | "value" | "defaultValue" | "className" | "maxLength"
  > & {
    value?: string;
    defaultValue?: string;
    onChange?: (value: string) => void;
    className?: string;
    /** Shown as a count; typing on is allowed and said, so that a pasted text is never cut silently. */
    max?: number;
    /** How a text is counted; UTF-16 units unless told, which is LINE's unit. */
    countOf?: (text: string) => number;
    ref?: Ref<HTMLTextAreaElement>;
  };

export function TextArea(props: TextAreaProps) {
  const {
    label,
    labelHidden,
    description,
    error,
    required,
    optional,
    className,
    max,
    countOf,
    ref,
    ...area
  } = props;
  const { value, defaultValue, onChange, disabled, readOnly, name, rows = 4, ...rest } = area;
  const [typed, setTyped] = useState(defaultValue ?? "");
  const text = value ?? typed;
  const count = countOf ? countOf(text) : text.length;
  return (
    <RacTextField
      value={text}
      onChange={(next) => {
        setTyped(next);
        onChange?.(next);
      }}
      name={name}
      isRequired={required}
      isDisabled={disabled}
      isReadOnly={readOnly}
      isInvalid={error ? true : undefined}
      validationBehavior="aria"
      className={cx("flex flex-col gap-1.5", className)}
    >
      <FieldLabel {...{ label, labelHidden, required, optional }} />
      <FieldDescription>{description}</FieldDescription>
      <RacTextArea {...rest} ref={ref} rows={rows} className="field-box resize-y" />
      {max !== undefined && <Count count={count} max={max} />}
      <FieldProblem error={error} />
    </RacTextField>
  );
}

function Count({ count, max }: { count: number; max: number }) {
  const over = count - max;
  return (
    <span className="flex justify-end gap-3 text-sm leading-5 text-muted tabular">
      <span role="status" className={over > 0 ? "font-bold text-danger-ink" : "sr-only"}>
        {over > 0 ? uiLabels.countOver(over) : ""}
      </span>
      <span>{uiLabels.count(count, max)}</span>
    </span>
  );
}
