import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";
import type { Metric } from "../metric";
import { bucketStart } from "../period";
import { joinPairs, readPairs, type Spread, spreadOf } from "../spread";
import type { Granularity } from "../view";
import { countsOf, DIMENSIONS, type Dimension, pairOf, type Wanted, whereOf } from "./sql";

/** What was not grouped by is empty. */
export type Sum = {
  metric: Metric;
  day: string;
  section: number;
  area: number;
  key: string;
  part: string;
  value: number;
  n: number;
};
const isoDay = (day: string): SQL => sql.raw(`to_char(${day}, 'YYYY-MM-DD')`);

/** Sums by several sets of dimensions at once, a list for each, in one pass over the counts. Sums of 0 are left out. */
export async function sumCounts(
  ctx: Ctx,
  { groups, ...wanted }: Wanted & { groups: readonly (readonly Dimension[])[] },
): Promise<Sum[][]> {
  const used = DIMENSIONS.filter((each) => groups.some((group) => group.includes(each)));
  const list = used.join(", ");
  const sets = groups.map((group) => `(${group.join(", ")})`).join(", ");
  const shown = used.map((each) => (each === "day" ? "to_char(day, 'YYYY-MM-DD') as day" : each));
  const { rows } = await ctx.db.execute<Record<string, string | number | null>>(sql`
    select ${sql.raw(used.length > 0 ? `grouping(${list}) as mask, ${shown.join(", ")}` : "0 as mask")}, sum(n) as n
    from ${countsOf(wanted)} as counts group by grouping sets (${sql.raw(sets)}) having sum(n) <> 0`);
  const maskOf = (group: readonly Dimension[]) =>
    used.reduce((mask, each) => mask * 2 + (group.includes(each) ? 0 : 1), 0);
  return groups.map((group) =>
    rows
      .filter((row) => row.mask === maskOf(group))
      .map((row) => ({
        metric: row.metric as Metric,
        day: String(row.day ?? ""),
        section: Number(row.section_id ?? 0),
        area: Number(row.area_id ?? 0),
        key: String(row.key ?? ""),
        part: String(row.part ?? ""),
        value: Number(row.value ?? 0),
        n: Number(row.n),
      })),
  );
}

/** Sums by two columns made of a count's day and value: a matrix. */
export async function sumMatrix(
  ctx: Ctx,
  { row, column, ...wanted }: Wanted & { row: SQL; column: SQL },
): Promise<{ row: number; column: number; n: number }[]> {
  const { rows } = await ctx.db.execute<{ row: string; column: string; n: string }>(sql`
    select ${row} as row, ${column} as column, sum(n) as n
    from (select day, value, sum(n) as n from ${countsOf(wanted)} as counts group by day, value) as each
    group by 1, 2 having sum(n) <> 0`);
  return rows.map((each) => ({ row: Number(each.row), column: Number(each.column), n: Number(each.n) }));
}

/** Of the whole period (`bucket` null), or of the bucket with that first day. */
export type BucketSpread = Spread & { bucket: string | null };

/**
 * The middle and the 90th of a hundred of a metric's values. Every single value is kept, to the minute, so that these are
 * what percentile_disc finds in the rows. They are put in order here: PostgreSQL takes ten times as long to sort them.
 */
export async function spreadCounts(
  ctx: Ctx,
  { granularity, ...wanted }: Wanted & { granularity: Granularity },
): Promise<BucketSpread[]> {
  const { rows } = await ctx.db.execute<{ day: string; pairs: Buffer }>(sql`
    select ${isoDay("day")} as day, string_agg(sent, ''::bytea) as pairs from (
      select day, array_send(pairs) as sent from daily_spreads where ${whereOf(wanted, wanted.period)}
      union all
      select day, array_send(array_agg(${pairOf})) from count_deltas where ${whereOf(wanted, wanted.period)} group by day
    ) as each group by day`);
  const buckets = new Map<string, Float64Array[]>();
  for (const { day, pairs } of rows) {
    const bucket = bucketStart(day, granularity);
    const days = buckets.get(bucket) ?? [];
    if (days.push(readPairs(pairs)) === 1) buckets.set(bucket, days);
  }
  const lists = [...buckets].map(([bucket, days]) => ({ bucket, pairs: joinPairs(days) }));
  const all = { bucket: null, pairs: joinPairs(lists.map(({ pairs }) => pairs)) };
  return [all, ...lists].flatMap(({ bucket, pairs }) => {
    const spread = spreadOf(pairs);
    return spread ? [{ bucket, ...spread }] : [];
  });
}
