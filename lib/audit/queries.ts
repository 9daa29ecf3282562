import { and, desc, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import type { ActorKind } from "@/db/enums";
import { auditEntries, auditSeals, reports, staff } from "@/db/schema/index";
import type { Ctx } from "@/lib/core/context";
import type { AnchorGateway } from "./anchor-gateway";
import { CHAIN_START, type ChainEntry, type Link } from "./chain";
import type { AuditSearch } from "./search";
import { chainColumns, whereAudit } from "./sql";
import { type Breach, bookOf, checkAnchor, checkEnd, checkOthers, checkSeal, type Verdict } from "./verify";

export type AuditRow = {
  id: number;
  at: Date;
  actorKind: ActorKind;
  /** Null for jobs, residents and people who were not signed in. */
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** What a person calls the subject: a report's number, a colleague's name. */
  subjectName: string | null;
  fields: string[];
  sealed: boolean;
};

export const AUDIT_PAGE = 50;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What people call the subjects of a page of entries, by `kind:id`. */
async function subjectNames(
  ctx: Ctx,
  rows: readonly { subjectKind: string; subjectId: string }[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string, shape: RegExp) => [
    ...new Set(rows.flatMap((r) => (r.subjectKind === kind && shape.test(r.subjectId) ? [r.subjectId] : []))),
  ];
  const reportIds = idsOf("report", UUID);
  const staffIds = idsOf("staff", /^\d{1,9}$/).map(Number);
  const [numbers, people] = await Promise.all([
    reportIds.length === 0
      ? []
      : ctx.db
          .select({ id: reports.id, name: reports.number })
          .from(reports)
          .where(inArray(reports.id, reportIds)),
    staffIds.length === 0
      ? []
      : ctx.db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, staffIds)),
  ]);
  return new Map<string, string>([
    ...numbers.map((r): [string, string] => [`report:${r.id}`, r.name]),
    ...people.map((p): [string, string] => [`staff:${p.id}`, p.name]),
  ]);
}

/** Newest first. `next` is the `before` of the following page, null on the last one. */
export async function listAudit(
  ctx: Ctx,
  search: AuditSearch,
): Promise<{ rows: AuditRow[]; next: number | null }> {
  const found = await ctx.db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      actorKind: auditEntries.actorKind,
      actorName: staff.name,
      action: auditEntries.action,
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      fields: auditEntries.fields,
      sealed: sql<boolean>`${auditSeals.seq} is not null`,
    })
    .from(auditEntries)
    .leftJoin(staff, and(eq(auditEntries.actorKind, "staff"), eq(staff.id, auditEntries.actorId)))
    .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
    .where(
      and(whereAudit(search.filter), search.before === null ? undefined : lt(auditEntries.id, search.before)),
    )
    .orderBy(desc(auditEntries.id))
    .limit(AUDIT_PAGE + 1);
  const page = found.slice(0, AUDIT_PAGE);
  const names = await subjectNames(ctx, page);
  return {
    rows: page.map((row) => ({
      ...row,
      subjectName: names.get(`${row.subjectKind}:${row.subjectId}`) ?? null,
    })),
    next: found.length > AUDIT_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

const VERIFY_BATCH = 5_000;

/**
 * Walks the whole chain and says where it breaks first. Heads written down outside are read before the snapshot opens:
 * whatever they name was committed, so it must be in the snapshot.
 */
export async function verifyChain(ctx: Ctx, anchor: AnchorGateway): Promise<Verdict> {
  const { anchors } = await anchor.list();
  return ctx.db.transaction(
    async (tx) => {
      const [first] = await tx
        .select({ hash: auditSeals.hash })
        .from(auditSeals)
        .where(eq(auditSeals.seq, 1));
      const book = bookOf(anchors, first?.hash ?? null);
      let head: Link = CHAIN_START;
      let breach: Breach | null = null;
      while (!breach) {
        const batch = await tx
          .select({
            seq: auditSeals.seq,
            entryId: auditSeals.entryId,
            previousHash: auditSeals.previousHash,
            hash: auditSeals.hash,
            entry: chainColumns,
          })
          .from(auditSeals)
          .leftJoin(auditEntries, eq(auditEntries.id, auditSeals.entryId))
          .where(gt(auditSeals.seq, head.seq))
          .orderBy(auditSeals.seq)
          .limit(VERIFY_BATCH);
        if (batch.length === 0) break;
        for (const { entry, ...seal } of batch) {
          breach = checkSeal(head, seal, entry as ChainEntry | null) ?? checkAnchor(book, seal);
          if (breach) break;
          head = { seq: seal.seq, hash: seal.hash };
        }
      }
      const [unsealed] = await tx
        .select({
          count: sql<number>`count(*)::int`,
          oldestAt: sql<Date | null>`min(${auditEntries.at})`.mapWith(auditEntries.at),
        })
        .from(auditEntries)
        .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
        .where(isNull(auditSeals.seq));
      return {
        breach: breach ?? checkEnd(book, head) ?? checkOthers(book),
        sealed: head.seq,
        unsealed: unsealed?.count ?? 0,
        oldestUnsealedAt: unsealed?.oldestAt ?? null,
        head,
        anchors: { own: book.bySeq.size, foreign: book.foreign },
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
