"use client";

import type { ReactNode } from "react";
import { Switch as RacSwitch } from "react-aria-components";
import { cx } from "./class-names";

export type SwitchProps = {
  children: ReactNode;
  name?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  onChange?: (checked: boolean) => void;
  disabled?: boolean;
  size?: "md" | "sm";
  className?: string;
};

/** On or off at once, without saving. In a form that is saved use Checkbox. */
export function Switch({
  children,
  checked,
  defaultChecked,
  disabled,
  size,
  className,
  ...rest
}: SwitchProps) {
  return (
    <RacSwitch
      {...rest}
      isSelected={checked}
      defaultSelected={defaultChecked}
      isDisabled={disabled}
      className={cx(
        "group relative flex min-h-8 items-center gap-2 pointer-coarse:min-h-11",
        size === "sm" ? "text-sm leading-5" : "leading-6",
        className,
      )}
    >
      <span
        className={cx(
          "flex h-5 w-9 shrink-0 items-center rounded-full border-2 border-control bg-surface px-0.5 transition-colors",
          "group-data-selected:border-accent group-data-selected:bg-accent group-data-disabled:border-line group-data-disabled:bg-sunken",
          "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus",
        )}
      >
        <span className="size-3 rounded-full bg-control transition-transform group-data-selected:translate-x-4 group-data-selected:bg-on-accent" />
      </span>
      <span className="min-w-0">{children}</span>
    </RacSwitch>
  );
}
