import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";

/** A flat box on the page. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={cx("rounded-12 border border-line bg-surface", className)} />;
}

export type PanelProps = Omit<ComponentProps<"section">, "title"> & {
  title: ReactNode;
  /** Heading level in the page's outline. */
  level?: 2 | 3;
  actions?: ReactNode;
};

/** A card with a heading. */
export function Panel({ title, level = 2, actions, className, children, ...rest }: PanelProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section {...rest} className={cx("rounded-12 border border-line bg-surface", className)}>
      <header className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2 sm:px-5">
        <Heading className="text-base font-bold leading-6">{title}</Heading>
        {actions}
      </header>
      <div className="px-4 py-4 sm:px-5">{children}</div>
    </section>
  );
}
