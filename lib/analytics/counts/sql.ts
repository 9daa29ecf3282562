import { type SQL, sql } from "drizzle-orm";
import { countDeltas, dailyCounts, dailyValues, monthlyCounts } from "@/db/schema";
import { type Metric, PACKED } from "../metric";
import { NO_TIMES, TIMES } from "../pairs";
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

/** A count of its own, of each pair of daily_values. */
export const valueIn = (pair: SQL): SQL => sql`${pair} / ${TIMES}::bigint`;
export const timesIn = (pair: SQL): SQL => sql`${pair} % ${TIMES}::bigint - ${NO_TIMES}::bigint`;
export const pairOf = sql`value * ${TIMES}::bigint + n::bigint + ${NO_TIMES}::bigint`;

/** Which rows: of those that this table has columns for. */
export const whereOf = ({ metrics, sections = null, keys }: Wanted, days: Period | null): SQL => sql`
  metric in (${sql.join(
    metrics.map((metric) => sql`${metric}`),
    sql`, `,
  )})
  ${days ? sql`and day between ${days.from}::date and ${days.to}::date` : sql``}
  ${keys ? sql`and key = any(${sql.param([...keys])}::text[])` : sql``}
  ${sections ? sql`and section_id = any(${sql.param([...sections])}::int[])` : sql``}`;

/** The rows that matter, folded or not: to be summed up. One snapshot sees each change once, in one of the tables. */
export function countsOf(wanted: Wanted): SQL {
  const { metrics, period, byMonth = false } = wanted;
  if (byMonth && metrics.some((metric) => PACKED.includes(metric)))
    throw new Error(`kept by the day alone: ${metrics}`);
  const from = (table: typeof dailyCounts | typeof monthlyCounts | typeof countDeltas, days: Period | null) =>
    sql`select ${columns}, n from ${table} where ${whereOf(wanted, days)}`;
  const packed = sql`
    select metric, day, section_id, 0 as area_id, '' as key, '' as part, ${valueIn(sql`pair`)} as value, ${timesIn(sql`pair`)} as n
    from ${dailyValues}, unnest(pairs) as pair where ${whereOf({ metrics, period, sections: wanted.sections ?? null }, period)}`;
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
