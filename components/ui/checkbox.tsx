"use client";

import type { ReactNode } from "react";
import { Checkbox as RacCheckbox, CheckboxGroup as RacCheckboxGroup } from "react-aria-components";
import { cx } from "./class-names";
import { FieldDescription, FieldLabel, type FieldParts, FieldProblem } from "./field";
import { Icon } from "./icon";

export type CheckboxProps = {
  children: ReactNode;
  name?: string;
  value?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  indeterminate?: boolean;
  onChange?: (checked: boolean) => void;
  disabled?: boolean;
  required?: boolean;
  className?: string;
};

export function Checkbox({
  children,
  checked,
  defaultChecked,
  indeterminate,
  disabled,
  required,
  className,
  ...rest
}: CheckboxProps) {
  return (
    <RacCheckbox
      {...rest}
      isSelected={checked}
      defaultSelected={defaultChecked}
      isIndeterminate={indeterminate}
      isDisabled={disabled}
      isRequired={required}
      validationBehavior="aria"
      className={cx(
        "group relative flex min-h-8 items-start gap-2 py-1 leading-6 pointer-coarse:min-h-11 pointer-coarse:py-2.5",
        className,
      )}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={cx(
              "mt-0.5 grid size-5 shrink-0 place-items-center rounded-4 border-2 transition-colors",
              "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus",
              isSelected || isIndeterminate
                ? "border-accent bg-accent text-on-accent"
                : "border-control bg-surface group-data-hovered:border-ink",
              "group-data-disabled:border-line group-data-disabled:bg-sunken group-data-disabled:text-subtle",
              "group-data-invalid:border-danger",
            )}
          >
            {isIndeterminate ? (
              <Icon name="minus" size={14} />
            ) : (
              isSelected && <Icon name="check" size={14} />
            )}
          </span>
          <span className="min-w-0 flex-1 group-data-disabled:text-subtle">{children}</span>
        </>
      )}
    </RacCheckbox>
  );
}

export type CheckboxGroupProps = FieldParts & {
  children: ReactNode;
  name?: string;
  value?: string[];
  defaultValue?: string[];
  onChange?: (value: string[]) => void;
  disabled?: boolean;
  className?: string;
};

export function CheckboxGroup(props: CheckboxGroupProps) {
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
    ...rest
  } = props;
  return (
    <RacCheckboxGroup
      {...rest}
      isDisabled={disabled}
      isRequired={required}
      isInvalid={error ? true : undefined}
      validationBehavior="aria"
      className={cx("flex flex-col gap-1", className)}
    >
      <FieldLabel {...{ label, labelHidden, required, optional }} />
      <FieldDescription>{description}</FieldDescription>
      {children}
      <FieldProblem error={error} />
    </RacCheckboxGroup>
  );
}
