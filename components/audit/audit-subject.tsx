import { Link } from "@/components/ui/link";
import type { AuditRow } from "@/lib/audit/queries";
import { actorLabels, auditLabels, fieldLabels, subjectLabels, wordFor } from "./labels";

/** What an entry is about, as a link to everything that was done to it. */
export function AuditSubject({ row }: { row: AuditRow }) {
  const kind = wordFor(subjectLabels, row.subjectKind);
  const name =
    row.subjectName ?? (row.subjectId.length > 12 ? `${row.subjectId.slice(0, 8)}…` : row.subjectId);
  const query = new URLSearchParams({ subject: row.subjectKind, id: row.subjectId });
  return (
    <Link
      href={`/audit?${query}`}
      title={row.subjectId}
      prefetch={false}
      className="rounded-4 text-link underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      {kind} {name === "unknown" ? auditLabels.unknown : name}
    </Link>
  );
}

export const actorName = (row: AuditRow): string => row.actorName ?? actorLabels[row.actorKind];

export const fieldWords = (row: AuditRow): string =>
  [...new Set(row.fields.map((field) => wordFor(fieldLabels, field)))].join("、");
