import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";
import { Icon } from "./icon";

/** Native details: works before scripts have loaded. */
export function Disclosure({
  title,
  children,
  className,
  ...rest
}: Omit<ComponentProps<"details">, "title"> & { title: ReactNode }) {
  return (
    <details {...rest} className={cx("group/disclosure", className)}>
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 rounded-6 py-1 font-medium hover:bg-hover [&::-webkit-details-marker]:hidden pointer-coarse:min-h-11">
        <Icon
          name="chevron-right"
          size={20}
          className="text-muted transition-transform group-open/disclosure:rotate-90"
        />
        {title}
      </summary>
      <div className="py-2 pl-7">{children}</div>
    </details>
  );
}
