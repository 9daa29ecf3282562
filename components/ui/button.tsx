"use client";

import type { ReactNode } from "react";
import {
  ProgressBar,
  Button as RacButton,
  type ButtonProps as RacButtonProps,
  TooltipTrigger,
} from "react-aria-components";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { Icon, type IconName } from "./icon";
import { uiLabels } from "./labels";
import { Tooltip } from "./tooltip";

type Common = Omit<RacButtonProps, "className" | "children" | "isDisabled" | "isPending" | "style"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  disabled?: boolean;
  /** Keeps focus and place, refuses a second press and is announced. */
  pending?: boolean;
  className?: string;
};

export type ButtonProps = Common & { icon?: IconName; iconAfter?: IconName; children: ReactNode };

export function Button({
  variant,
  size,
  disabled,
  pending,
  icon,
  iconAfter,
  className,
  children,
  ...rest
}: ButtonProps) {
  const iconSize = size === "sm" ? 16 : 20;
  return (
    <RacButton
      {...rest}
      isDisabled={disabled}
      isPending={pending}
      className={buttonStyle(variant, size, { className })}
    >
      {pending ? <Spinner size={iconSize} /> : icon && <Icon name={icon} size={iconSize} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={iconSize} />}
    </RacButton>
  );
}

export type IconButtonProps = Common & {
  icon: IconName;
  label: string;
  placement?: "top" | "bottom" | "left" | "right";
};

/** A button of one icon. `label` is its accessible name and its tooltip. */
export function IconButton({
  variant = "quiet",
  size,
  disabled,
  pending,
  icon,
  label,
  placement = "bottom",
  className,
  ...rest
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      <RacButton
        {...rest}
        aria-label={label}
        // Else the tooltip, which says the same, would be read as a description.
        aria-describedby={rest["aria-describedby"] ?? ""}
        isDisabled={disabled}
        isPending={pending}
        className={buttonStyle(variant, size, { square: true, className })}
      >
        {pending ? <Spinner size={20} /> : <Icon name={icon} size={size === "sm" ? 16 : 20} />}
      </RacButton>
      <Tooltip placement={placement}>{label}</Tooltip>
    </TooltipTrigger>
  );
}

function Spinner({ size }: { size: number }) {
  return (
    <ProgressBar isIndeterminate aria-label={uiLabels.pending} className="inline-flex">
      <Icon name="loader" size={size} className="animate-spin" />
    </ProgressBar>
  );
}
