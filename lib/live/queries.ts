import { inArray, sql } from "drizzle-orm";
import type { DbOrTx } from "@/db";
import { reportEntries, reports } from "@/db/schema";

/** Drizzle leaves the table's name out of a select list, where `id` would then be the inner table's. */
const outerId = sql.raw('"reports"."id"');

/**
 * What the feed needs to know of reports that a worker named by id. `fresh`: nothing has happened to it since it was
 * filed. The feed itself decides who may hear of it, so this asks for nobody in particular.
 */
export async function listForFeed(
  db: DbOrTx,
  ids: string[],
): Promise<{ id: string; number: string; sectionId: number | null; fresh: boolean }[]> {
  if (ids.length === 0) return [];
  return db
    .select({
      id: reports.id,
      number: reports.number,
      sectionId: reports.sectionId,
      fresh: sql<boolean>`${reports.revision} = 1 and not exists (
        select 1 from ${reportEntries} e where e.report_id = ${outerId} and e.kind <> 'submitted')`,
    })
    .from(reports)
    .where(inArray(reports.id, ids));
}
