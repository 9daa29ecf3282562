"use client";

import type { ReactNode } from "react";
import {
  MenuTrigger,
  Popover,
  Menu as RacMenu,
  MenuItem as RacMenuItem,
  type MenuItemProps as RacMenuItemProps,
  Separator,
} from "react-aria-components";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";

/** `trigger` is a Button or IconButton; the children are MenuItem and MenuSeparator. */
export function Menu({
  trigger,
  children,
  label,
  placement = "bottom end",
}: {
  trigger: ReactNode;
  children: ReactNode;
  label?: string;
  placement?: "bottom end" | "bottom start" | "top end" | "top start" | "right bottom";
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement={placement}
        offset={4}
        className="min-w-52 max-w-[calc(100vw-2rem)] rounded-8 border border-line bg-raised py-1 shadow-overlay animate-[rise-in_120ms_ease-out]"
      >
        <RacMenu aria-label={label} className="max-h-[70dvh] overflow-auto outline-none">
          {children}
        </RacMenu>
      </Popover>
    </MenuTrigger>
  );
}

export type MenuItemProps = Omit<RacMenuItemProps, "className" | "children" | "style"> & {
  icon?: IconName;
  danger?: boolean;
  children: ReactNode;
};

export function MenuItem({ icon, danger, children, ...rest }: MenuItemProps) {
  return (
    <RacMenuItem
      {...rest}
      className={cx(
        "flex min-h-10 cursor-default items-center gap-3 px-3 py-1.5 no-underline outline-offset-[-2px] outline-focus not-data-focus-visible:outline-none data-focused:bg-hover data-focus-visible:outline-2 data-disabled:text-subtle pointer-coarse:min-h-11",
        danger && "text-danger-ink",
      )}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode !== "none" && (
            <Icon name="check" size={16} className={isSelected ? "text-link" : "invisible"} />
          )}
          {icon && <Icon name={icon} size={20} className={danger ? "" : "text-muted"} />}
          <span className="min-w-0 flex-1">{children}</span>
        </>
      )}
    </RacMenuItem>
  );
}

export const MenuSeparator = () => <Separator className="my-1 border-t border-line" />;
