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

/** A number beside a word, as in a navigation entry. */
export function CountBadge({
  count,
  label,
  tone = "neutral",
}: {
  count: number;
  label: string;
  tone?: BadgeTone;
}) {
  return (
    <span
      className={cx(
        "inline-block min-w-5 rounded-full px-1.5 text-center text-xs font-bold leading-5 tabular",
        TONE[tone],
      )}
    >
      <span aria-hidden>{count > 999 ? "999+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
