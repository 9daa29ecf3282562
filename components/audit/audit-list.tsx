import { Badge } from "@/components/ui/badge";
import type { AuditRow } from "@/lib/audit/queries";
import { clock, isoDate } from "@/lib/core/time";
import { AuditSubject, actorName, fieldWords } from "./audit-subject";
import { actionLabels, auditLabels, wordFor } from "./labels";

/** The trail at phone width: an entry a card. */
export function AuditList({ rows }: { rows: AuditRow[] }) {
  return (
    <ul aria-label={auditLabels.table} className="divide-y divide-line md:hidden">
      {rows.map((row) => (
        <li key={row.id} className="px-4 py-3 text-sm leading-6">
          <p className="flex flex-wrap items-center justify-between gap-x-3">
            <span className="text-base font-bold">{wordFor(actionLabels, row.action)}</span>
            <span className="text-muted tabular">
              {isoDate(row.at)} {clock(row.at)}
            </span>
          </p>
          <p className="flex flex-wrap gap-x-3">
            <span>{actorName(row)}</span>
            <AuditSubject row={row} />
          </p>
          {row.fields.length > 0 && (
            <p className="text-muted">
              {auditLabels.fields}: {fieldWords(row)}
            </p>
          )}
          {!row.sealed && (
            <Badge size="sm" icon="clock">
              {auditLabels.unsealed}
            </Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
