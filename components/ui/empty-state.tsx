import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** Says what will appear here and how to make it appear. */
export function EmptyState({
  icon = "inbox",
  title,
  children,
  action,
}: {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-sunken text-muted">
        <Icon name={icon} size={24} />
      </span>
      <p className="mt-1 font-bold">{title}</p>
      {children && <div className="max-w-prose text-sm leading-6 text-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
