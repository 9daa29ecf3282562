"use client";

import { Button, Input, ComboBox as RacComboBox } from "react-aria-components";
import { cx } from "./class-names";
import { FieldDescription, FieldLabel, type FieldParts, FieldProblem } from "./field";
import { Icon } from "./icon";
import { uiLabels } from "./labels";
import { type Choice, type ChoiceGroup, ChoicePopover } from "./list-box";

export type ComboBoxProps = FieldParts & {
  choices?: Choice[];
  groups?: ChoiceGroup[];
  name?: string;
  value?: string | null;
  defaultValue?: string;
  onChange?: (id: string | null) => void;
  disabled?: boolean;
  placeholder?: string;
  className?: string;
};

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** One of many, found by typing. Full-width and half-width letters find the same. */
export function ComboBox(props: ComboBoxProps) {
  const { label, labelHidden, description, error, required, optional, choices, groups, className, ...rest } =
    props;
  const { name, value, defaultValue, onChange, disabled, placeholder } = rest;
  return (
    <RacComboBox
      name={name}
      formValue="key"
      value={value}
      defaultValue={defaultValue}
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      defaultFilter={(text, typed) => plain(text).includes(plain(typed))}
      isDisabled={disabled}
      isRequired={required}
      isInvalid={error ? true : undefined}
      validationBehavior="aria"
      allowsEmptyCollection
      menuTrigger="focus"
      className={cx("flex flex-col gap-1.5", className)}
    >
      <FieldLabel {...{ label, labelHidden, required, optional }} />
      <FieldDescription>{description}</FieldDescription>
      <span className="relative flex items-center">
        <Input className="field-box pr-11" placeholder={placeholder} />
        <Button
          aria-label={uiLabels.openList}
          className="absolute right-1 inline-flex size-8 items-center justify-center rounded-6 text-muted data-hovered:bg-hover"
        >
          <Icon name="chevron-down" size={20} />
        </Button>
      </span>
      <FieldProblem error={error} />
      <ChoicePopover choices={choices} groups={groups} />
    </RacComboBox>
  );
}
