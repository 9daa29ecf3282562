import type { ReactNode } from "react";
import { uiLabels } from "./labels";
import { LinkButton } from "./link-button";

/** Pages by key: only forward and back exist. A missing address means there is no such page. */
export function Pagination({
  previous,
  next,
  label = uiLabels.pages,
  children,
}: {
  previous: string | null;
  next: string | null;
  /** Of which list, where a page has several. */
  label?: string;
  /** Between the two: what is shown now. */
  children?: ReactNode;
}) {
  if (!previous && !next && !children) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-3">
      <span className="text-sm text-muted tabular">{children}</span>
      <span className="flex gap-2">
        {previous && (
          <LinkButton href={previous} size="sm" icon="chevron-left" scroll={false}>
            {uiLabels.previousPage}
          </LinkButton>
        )}
        {next && (
          <LinkButton href={next} size="sm" iconAfter="chevron-right" scroll={false}>
            {uiLabels.nextPage}
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
