import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { auditEntries } from "@/db/schema/index";
import type { ChainEntry } from "./chain";
import type { AuditFilter } from "./search";

/** An entry's columns in the form the chain covers. */
export const chainColumns = {
  id: auditEntries.id,
  at: sql<string>`to_char(${auditEntries.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  actorKind: sql<string>`${auditEntries.actorKind}`,
  actorId: auditEntries.actorId,
  action: auditEntries.action,
  subjectKind: auditEntries.subjectKind,
  subjectId: auditEntries.subjectId,
  fields: auditEntries.fields,
} satisfies Record<keyof ChainEntry, unknown>;

/** The conditions of an audit search, without its page. */
export function whereAudit(filter: AuditFilter): SQL | undefined {
  return and(
    filter.staffId === null
      ? undefined
      : and(eq(auditEntries.actorKind, "staff"), eq(auditEntries.actorId, filter.staffId)),
    filter.action === null ? undefined : eq(auditEntries.action, filter.action),
    filter.subjectKind === null ? undefined : eq(auditEntries.subjectKind, filter.subjectKind),
    filter.subjectId === null ? undefined : eq(auditEntries.subjectId, filter.subjectId),
    filter.from === null ? undefined : gte(auditEntries.at, filter.from),
    filter.until === null ? undefined : lt(auditEntries.at, filter.until),
  );
}
