import { type SQL, sql } from "drizzle-orm";
import { countDeltas, dailyCounts, monthlyCounts } from "@/db/schema";
import { BY_DAY_ONLY, type Metric } from "../metric";
import type { Period } from "../view";
import { wholeMonthsOf } from "./months";

export const DIMENSIONS = ["metric", "day", "section_id", "area_id", "key", "part", "value"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
const columns = sql.raw(DIMENSIONS.join(", "));

export type Wanted = {
  metrics: readonly Metric[];
  /** Null: all days, for what is counted as it stands. */
  period: Period | null;
  /** Null: all sections. */
  sections?: readonly number[] | null;
  keys?: readonly string[];
  /** A whole month may come as one, on its first day: many times fewer rows. Not for metrics kept by the day alone. */
  byMonth?: boolean;
};

/** The rows that matter, folded or not: to be summed up. One snapshot sees each change once, in one of the tables. */
export function countsOf({ metrics, period, sections = null, keys, byMonth = false }: Wanted): SQL {
  if (byMonth && metrics.some((metric) => BY_DAY_ONLY.includes(metric)))
    throw new Error(`kept by the day alone: ${metrics}`);
  const list = sql.join(
    metrics.map((metric) => sql`${metric}`),
    sql`, `,
  );
  const from = (
    table: typeof dailyCounts | typeof monthlyCounts | typeof countDeltas,
    days: Period | null,
  ) => sql`
    select ${columns}, n from ${table} where metric in (${list})
      ${days ? sql`and day between ${days.from}::date and ${days.to}::date` : sql``}
      ${keys ? sql`and key = any(${sql.param([...keys])}::text[])` : sql``}
      ${sections ? sql`and section_id = any(${sql.param([...sections])}::int[])` : sql``}`;
  const folded = () => {
    if (!byMonth) return [from(dailyCounts, period)];
    const { months, days } = wholeMonthsOf(period);
    return [
      ...(months === "none" ? [] : [from(monthlyCounts, months)]),
      ...days.map((each) => from(dailyCounts, each)),
    ];
  };
  return sql`(${sql.join([...folded(), from(countDeltas, period)], sql` union all `)})`;
}
