import { cx } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "md" | "sm";

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-8 border font-medium whitespace-nowrap select-none " +
  "transition-colors duration-100 no-underline " +
  "data-disabled:bg-sunken data-disabled:text-subtle data-disabled:border-line data-pending:opacity-80";

const VARIANT: Record<ButtonVariant, string> = {
  primary:
    "bg-accent text-on-accent border-transparent hover:bg-accent-hover active:bg-accent-pressed data-hovered:bg-accent-hover data-pressed:bg-accent-pressed",
  secondary: "bg-surface text-ink border-control hover:bg-hover active:bg-selected data-pressed:bg-selected",
  quiet:
    "bg-transparent text-ink border-transparent hover:bg-hover active:bg-selected data-pressed:bg-selected",
  danger: "bg-danger text-on-accent border-transparent hover:bg-danger-hover active:bg-danger-hover",
};

const SIZE: Record<ButtonSize, string> = {
  md: "min-h-10 px-4 text-base leading-6 pointer-coarse:min-h-11",
  sm: "min-h-8 px-3 text-sm leading-5 pointer-coarse:min-h-11",
};

const SQUARE: Record<ButtonSize, string> = {
  md: "size-10 pointer-coarse:size-11",
  sm: "size-8 pointer-coarse:size-11",
};

/** The look shared by buttons and by links that look like buttons. */
export function buttonStyle(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  options: { square?: boolean; className?: string } = {},
): string {
  return cx(BASE, VARIANT[variant], options.square ? SQUARE[size] : SIZE[size], options.className);
}
