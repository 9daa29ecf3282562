"use client";

import { Button, Select as RacSelect, SelectValue } from "react-aria-components";
import { cx } from "./class-names";
import { FieldDescription, FieldLabel, type FieldParts, FieldProblem } from "./field";
import { Icon } from "./icon";
import { uiLabels } from "./labels";
import { type Choice, type ChoiceGroup, ChoicePopover } from "./list-box";

export type SelectProps = FieldParts & {
  choices?: Choice[];
  groups?: ChoiceGroup[];
  name?: string;
  value?: string | null;
  defaultValue?: string;
  onChange?: (id: string) => void;
  disabled?: boolean;
  placeholder?: string;
  className?: string;
  size?: "md" | "sm";
};

/** One of a short list. For more than about 15 choices use ComboBox. */
export function Select(props: SelectProps) {
  const {
    label,
    labelHidden,
    description,
    error,
    required,
    optional,
    choices,
    groups,
    className,
    size,
    ...rest
  } = props;
  const { name, value, defaultValue, onChange, disabled, placeholder = uiLabels.choose } = rest;
  return (
    <RacSelect
      name={name}
      value={value}
      defaultValue={defaultValue}
      onChange={(key) => key !== null && onChange?.(String(key))}
      isDisabled={disabled}
      isRequired={required}
      isInvalid={error ? true : undefined}
      validationBehavior="aria"
      placeholder={placeholder}
      className={cx("group flex flex-col gap-1.5", className)}
    >
      <FieldLabel {...{ label, labelHidden, required, optional }} />
      <FieldDescription>{description}</FieldDescription>
      <Button
        className={cx(
          "field-box flex items-center justify-between gap-2 text-start",
          size === "sm" && "!min-h-8 !py-1 !text-sm pointer-coarse:!min-h-11",
        )}
      >
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-subtle">
          {({ selectedText, isPlaceholder }) =>
            isPlaceholder ? (
              placeholder
            ) : (
              <span lang={choices?.find((one) => one.label === selectedText)?.lang}>{selectedText}</span>
            )
          }
        </SelectValue>
        <Icon name="chevron-down" size={size === "sm" ? 16 : 20} className="text-muted" />
      </Button>
      <FieldProblem error={error} />
      <ChoicePopover choices={choices} groups={groups} />
    </RacSelect>
  );
}
