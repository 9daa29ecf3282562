import { Badge } from "@/components/ui/badge";
import type { AuditRow } from "@/lib/audit/queries";
import { clock, isoDate } from "@/lib/core/time";
import { AuditSubject, actorName, fieldWords } from "./audit-subject";
import { actionLabels, auditLabels, wordFor } from "./labels";

const HEADS = [auditLabels.at, auditLabels.actor, auditLabels.what, auditLabels.on, auditLabels.fields];
const CELL = "border-b border-line px-4 py-2.5 align-top first:pl-5 last:pr-5";

/** The trail from 768 px: a line an entry. */
export function AuditTable({ rows }: { rows: AuditRow[] }) {
  return (
    <table className="w-full border-separate border-spacing-0 text-sm leading-6 max-md:hidden">
      <caption className="sr-only">{auditLabels.table}</caption>
      <thead>
        <tr>
          {HEADS.map((name) => (
            <th
              key={name}
              scope="col"
              className="border-b border-line bg-sunken px-4 py-2 text-start font-bold text-muted first:pl-5"
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-hover">
            <td className={`${CELL} whitespace-nowrap text-muted tabular`}>
              {isoDate(row.at)} <span className="ml-1 text-ink">{clock(row.at)}</span>
              {!row.sealed && (
                <Badge size="sm" icon="clock" className="ml-2">
                  {auditLabels.unsealed}
                </Badge>
              )}
            </td>
            <td className={`${CELL} ${row.actorName ? "" : "text-muted"}`}>{actorName(row)}</td>
            <td className={`${CELL} font-medium`}>{wordFor(actionLabels, row.action)}</td>
            <td className={CELL}>
              <AuditSubject row={row} />
            </td>
            <td className={`${CELL} text-muted`}>{fieldWords(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
