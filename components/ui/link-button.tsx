import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";
import { Link } from "./link";

export type LinkButtonProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  iconAfter?: IconName;
};

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  variant,
  size,
  icon,
  iconAfter,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  const iconSize = size === "sm" ? 16 : 20;
  return (
    <Link {...rest} className={buttonStyle(variant, size, { className })}>
      {icon && <Icon name={icon} size={iconSize} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={iconSize} />}
    </Link>
  );
}

/** A link in running text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={cx(
        "text-link underline underline-offset-3 decoration-1 hover:decoration-2 rounded-4",
        className,
      )}
    />
  );
}
