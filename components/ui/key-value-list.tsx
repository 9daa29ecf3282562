import type { ReactNode } from "react";
import { cx } from "./class-names";

export type KeyValue = { key: string; label: ReactNode; value: ReactNode };

/** Facts of one thing: the label above its value at phone width, beside it from 640 px. */
export function KeyValueList({ items, className }: { items: KeyValue[]; className?: string }) {
  return (
    <dl className={cx("grid grid-cols-1 sm:grid-cols-[minmax(6rem,max-content)_1fr]", className)}>
      {items.map((item) => (
        <div
          key={item.key}
          className="col-span-full grid grid-cols-subgrid gap-x-6 border-b border-line py-2 last:border-b-0"
        >
          <dt className="text-sm leading-6 text-muted">{item.label}</dt>
          <dd className="min-w-0 leading-6">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
