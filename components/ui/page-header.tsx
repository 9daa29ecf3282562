import type { ReactNode } from "react";

/** The one h1 of a page, with what can be done on it. */
export function PageHeader({
  title,
  lead,
  actions,
  above,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** A way back, above the title. */
  above?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        {above}
        <h1 className="text-2xl font-bold leading-9 tracking-[0.01em]">{title}</h1>
        {lead && <p className="mt-0.5 text-base leading-6 text-muted">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
    </header>
  );
}
