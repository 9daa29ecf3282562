"use client";

import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { Input, TextField as RacTextField } from "react-aria-components";
import { cx } from "./class-names";
import { FieldDescription, FieldLabel, type FieldParts, FieldProblem } from "./field";
import { holdCompositionEnter } from "./ime";

export type TextFieldProps = FieldParts &
  Omit<
    InputHTMLAttributes<HTMLInputElement>,
    "onChange" | "value" | "defaultValue" | "className" | "size"
  > & {
    value?: string;
    defaultValue?: string;
    onChange?: (value: string) => void;
    className?: string;
    /** At the end of the box: a unit, a button. */
    suffix?: ReactNode;
    ref?: Ref<HTMLInputElement>;
  };

export function TextField(props: TextFieldProps) {
  const { label, labelHidden, description, error, required, optional, suffix, className, ref, ...input } =
    props;
  const { value, defaultValue, onChange, disabled, readOnly, name, autoFocus, ...rest } = input;
  return (
    <RacTextField
      {...{ value, defaultValue, onChange, name, autoFocus }}
      isRequired={required}
      isDisabled={disabled}
      isReadOnly={readOnly}
      isInvalid={error ? true : undefined}
      validationBehavior="aria"
      className={cx("flex flex-col gap-1.5", className)}
    >
      <FieldLabel {...{ label, labelHidden, required, optional }} />
      <FieldDescription>{description}</FieldDescription>
      <span className="relative flex items-center">
        <Input
          {...rest}
          ref={ref}
          onKeyDownCapture={holdCompositionEnter}
          className={cx("field-box", suffix ? "pr-12" : "")}
        />
        {suffix && <span className="absolute right-2 flex items-center text-sm text-muted">{suffix}</span>}
      </span>
      <FieldProblem error={error} />
    </RacTextField>
  );
}
