"use client";

import { Button, Input, Label, SearchField as RacSearchField } from "react-aria-components";
import { cx } from "./class-names";
import { Icon } from "./icon";
import { holdCompositionEnter } from "./ime";
import { uiLabels } from "./labels";

/** Search words. `onSubmit` on Enter (not while an input method composes), `onClear` by the cross or Escape. */
export function SearchField({
  label,
  value,
  defaultValue,
  onChange,
  onSubmit,
  onClear,
  placeholder,
  name,
  size = "md",
  className,
}: {
  label: string;
  value?: string;
  defaultValue?: string;
  onChange?: (text: string) => void;
  onSubmit?: (text: string) => void;
  onClear?: () => void;
  placeholder?: string;
  name?: string;
  size?: "md" | "sm";
  className?: string;
}) {
  return (
    <RacSearchField
      {...{ value, defaultValue, onChange, onSubmit, onClear, name }}
      className={cx("group", className)}
    >
      <Label className="sr-only">{label}</Label>
      <span className="relative flex items-center">
        <Icon
          name="search"
          size={size === "md" ? 20 : 16}
          className="pointer-events-none absolute left-3 text-muted"
        />
        <Input
          onKeyDownCapture={holdCompositionEnter}
          placeholder={placeholder}
          className={cx(
            "field-box pr-9 [&::-webkit-search-cancel-button]:hidden",
            size === "md" ? "pl-10" : "!min-h-8 !py-1 pl-9 !text-sm pointer-coarse:!min-h-11",
          )}
        />
        <Button
          aria-label={uiLabels.clear}
          className="absolute right-1 inline-flex size-7 items-center justify-center rounded-6 text-muted group-data-empty:hidden data-hovered:bg-hover"
        >
          <Icon name="x" size={16} />
        </Button>
      </span>
    </RacSearchField>
  );
}
