import { type SQL, sql } from "drizzle-orm";
import { countDeltas, dailyCounts, dailyValues, monthlyCounts } from "@/db/schema";
import { type Metric, PACKED } from "../metric";
import type { Granularity, Period } from "../view";
import { wholeMonthsOf } from "./months";

export const DIMENSIONS = ["metric", "day", "section_id", "area_id", "key", "part", "value"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type Wanted = {
  metrics: readonly Metric[];
  /** Null: all days, for what is counted as it stands. */
  period: Period | null;
  /** Null: all sections. */
  sections?: readonly number[] | null;
  /** A whole month may come as one, on its first day: many times fewer rows. Not for metrics kept by the day alone. */
  byMonth?: boolean;
};

/** Metrics, for an IN. */
export const listed = (metrics: readonly Metric[]): SQL =>
  sql.join(
    metrics.map((metric) => sql`${metric}`),
    sql`, `,
  );

/** Which rows, of any of the tables. */
export const whereOf = ({ metrics, sections = null }: Wanted, days: Period | null): SQL => sql`
  metric in (${listed(metrics)})
  ${days ? sql`and day between ${days.from}::date and ${days.to}::date` : sql``}
  ${sections ? sql`and section_id = any(${sql.param([...sections])}::int[])` : sql``}`;

/** The same for all days of a bucket (`bucketIn`), within one period. */
export function unitIn(granularity: Granularity, { weekBegins = 0 }: Period): SQL {
  if (granularity === "day") return sql`day`;
  if (granularity === "month") return sql`date_trunc('month', day)::date`;
  // 5 January 1970 was a Monday.
  return sql.raw(`div(day - date '1970-01-05' - ${Number(weekBegins)} + 7000, 7)`);
}

/**
 * The rows that matter, folded or not: to be summed up. One snapshot sees each change once, in one of the tables. `used`:
 * columns beside `n`; a tenth to a fifth of the time is for those that nobody reads.
 */
export function countsOf(wanted: Wanted, used: readonly Dimension[] = DIMENSIONS): SQL {
  const { metrics, period, byMonth = false } = wanted;
  const columns = sql.raw(used.map((each) => `${each}, `).join(""));
  if (byMonth && metrics.some((metric) => PACKED.includes(metric)))
    throw new Error(`kept by the day alone: ${metrics}`);
  const from = (table: typeof dailyCounts | typeof monthlyCounts | typeof countDeltas, days: Period | null) =>
    sql`select ${columns}n from ${table} where ${whereOf(wanted, days)}`;
  const packed = sql`
    select ${columns}n from (
      select metric, day, section_id, 0 as area_id, '' as key, '' as part, value::bigint as value, 1::bigint as n
      from ${dailyValues}, unpacked(packed) as value where ${whereOf(wanted, period)}) as each`;
  const folded = () => {
    if (!byMonth)
      return [
        from(dailyCounts, period),
        ...(metrics.some((metric) => PACKED.includes(metric)) ? [packed] : []),
      ];
    const { months, days } = wholeMonthsOf(period);
    return [
      ...(months === "none" ? [] : [from(monthlyCounts, months)]),
      ...days.map((each) => from(dailyCounts, each)),
    ];
  };
  return sql`(${sql.join([...folded(), from(countDeltas, period)], sql` union all `)})`;
}
