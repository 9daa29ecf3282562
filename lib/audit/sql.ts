import { and, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import { auditEntries, reportPhotos, reports } from "@/db/schema/index";
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

/** `R8-000123`, as people name a report; then its photos are meant too. */
const REPORT_NUMBER = /^R\d{1,3}-\d{6,}$/i;

function aboutSubject(id: string): SQL | undefined {
  const exactly = eq(auditEntries.subjectId, id);
  if (!REPORT_NUMBER.test(id)) return exactly;
  const read = new QueryBuilder();
  const number = id.toUpperCase();
  const report = read
    .select({ id: sql`${reports.id}::text` })
    .from(reports)
    .where(eq(reports.number, number));
  const photos = read
    .select({ id: sql`${reportPhotos.id}::text` })
    .from(reportPhotos)
    .innerJoin(reports, eq(reports.id, reportPhotos.reportId))
    .where(eq(reports.number, number));
  return or(
    exactly,
    and(eq(auditEntries.subjectKind, "report"), inArray(auditEntries.subjectId, report)),
    and(eq(auditEntries.subjectKind, "photo"), inArray(auditEntries.subjectId, photos)),
  );
}

/** The conditions of an audit search, without its page. */
export function whereAudit(filter: AuditFilter): SQL | undefined {
  return and(
    filter.staffId === null
      ? undefined
      : and(eq(auditEntries.actorKind, "staff"), eq(auditEntries.actorId, filter.staffId)),
    filter.action === null ? undefined : eq(auditEntries.action, filter.action),
    filter.subjectKind === null ? undefined : eq(auditEntries.subjectKind, filter.subjectKind),
    filter.subjectId === null ? undefined : aboutSubject(filter.subjectId),
    filter.from === null ? undefined : gte(auditEntries.at, filter.from),
    filter.until === null ? undefined : lt(auditEntries.at, filter.until),
  );
}
