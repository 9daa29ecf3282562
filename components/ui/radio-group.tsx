"use client";

import type { ReactNode } from "react";
import { Radio as RacRadio, RadioGroup as RacRadioGroup } from "react-aria-components";
import { cx } from "./class-names";
import { FieldDescription, FieldLabel, type FieldParts, FieldProblem } from "./field";

export type RadioGroupProps = FieldParts & {
  children: ReactNode;
  name?: string;
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string) => void;
  disabled?: boolean;
  direction?: "vertical" | "horizontal";
  className?: string;
};

export function RadioGroup(props: RadioGroupProps) {
  const {
    label,
    labelHidden,
    description,
    error,
    required,
    optional,
    children,
    className,
    disabled,
    direction,
    ...rest
  } = props;
  return (
    <RacRadioGroup
      {...rest}
      isDisabled={disabled}
      isRequired={required}
      isInvalid={error ? true : undefined}
      validationBehavior="aria"
      orientation={direction}
      className={cx("flex flex-col gap-1.5", className)}
    >
      <FieldLabel {...{ label, labelHidden, required, optional }} />
      <FieldDescription>{description}</FieldDescription>
      {/* Above what may be a long list: whoever is led to its first choice sees why. */}
      <FieldProblem error={error} />
      <div className={cx("flex", direction === "horizontal" ? "flex-wrap gap-x-6" : "flex-col")}>
        {children}
      </div>
    </RacRadioGroup>
  );
}

export type RadioProps = { value: string; children: ReactNode; description?: ReactNode; disabled?: boolean };

export function Radio({ value, children, description, disabled }: RadioProps) {
  return (
    <RacRadio
      value={value}
      isDisabled={disabled}
      className="group relative flex min-h-8 items-start gap-2 py-1 leading-6 pointer-coarse:min-h-11 pointer-coarse:py-2.5"
    >
      <span
        className={cx(
          "mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border-2 border-control bg-surface transition-colors",
          "group-data-hovered:border-ink group-data-selected:border-accent group-data-disabled:border-line group-data-disabled:bg-sunken",
          "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus",
        )}
      >
        <span className="size-2.5 scale-0 rounded-full bg-accent transition-transform group-data-selected:scale-100" />
      </span>
      <span className="min-w-0 flex-1 group-data-disabled:text-subtle">
        {children}
        {description && <span className="block text-sm leading-5 text-muted">{description}</span>}
      </span>
    </RacRadio>
  );
}
