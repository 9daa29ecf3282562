import type { ReactNode } from "react";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";

export type BadgeTone = "neutral" | "info" | "success" | "warning" | "danger" | "accent";

const TONE: Record<BadgeTone, string> = {
  neutral: "bg-sunken text-muted",
  info: "bg-info-soft text-info-ink",
  success: "bg-success-soft text-success-ink",
  warning: "bg-warning-soft text-warning-ink",
  danger: "bg-danger-soft text-danger-ink",
  accent: "bg-accent-soft text-link",
};

const SHAPE = "inline-flex items-center gap-1 rounded-6 font-medium whitespace-nowrap align-middle";
const SIZE = { md: "px-2 py-0.5 text-sm leading-5", sm: "px-1.5 text-xs leading-5" };

export type BadgeProps = {
  tone?: BadgeTone;
  icon?: IconName;
  size?: "md" | "sm";
  /** Own colours instead of a tone: a background and a text class with enough contrast. */
  colors?: string;
  className?: string;
  children: ReactNode;
};

/** A short state: colour, shape and word together. */
export function Badge({ tone = "neutral", icon, size = "md", colors, className, children }: BadgeProps) {
  return (
    <span className={cx(SHAPE, SIZE[size], colors ?? TONE[tone], className)}>
      {icon && <Icon name={icon} size={size === "md" ? 16 : 14} />}
      {children}
    </span>
  );
}
