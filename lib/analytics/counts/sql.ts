import { type SQL, sql } from "drizzle-orm";
import { countDeltas, dailyCounts } from "@/db/schema";
import type { Metric } from "../metric";
import type { Period } from "../view";

export const DIMENSIONS = ["metric", "day", "section_id", "area_id", "key", "part", "value"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
const columns = sql.raw(DIMENSIONS.join(", "));

type Wanted = {
  metrics: readonly Metric[];
  /** Null: all days, for what is counted as it stands. */
  period: Period | null;
  /** Null: all sections. */
  sections?: readonly number[] | null;
  keys?: readonly string[];
};

/** The rows that matter, folded or not: to be summed up. One snapshot sees each change once, in one of the two. */
export function countsOf({ metrics, period, sections = null, keys }: Wanted): SQL {
  const list = sql.join(
    metrics.map((metric) => sql`${metric}`),
    sql`, `,
  );
  const from = (table: typeof dailyCounts | typeof countDeltas) => sql`
    select ${columns}, n from ${table} where metric in (${list})
      ${period ? sql`and day between ${period.from}::date and ${period.to}::date` : sql``}
      ${keys ? sql`and key = any(${sql.param([...keys])}::text[])` : sql``}
      ${sections ? sql`and section_id = any(${sql.param([...sections])}::int[])` : sql``}`;
  return sql`(${from(dailyCounts)} union all ${from(countDeltas)})`;
}
