import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";
import type { Metric } from "../metric";
import { joinValues, readPacked, withChanges } from "../packed";
import { bucketIn } from "../period";
import { type Spread, spreadOf } from "../spread";
import type { Granularity, Period } from "../view";
import { countsOf, DIMENSIONS, type Dimension, unitIn, type Wanted, weekdayIn, whereOf } from "./sql";

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
type Change = { value: number; n: number };
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

/** How many messages of each broadcast LINE took. */
export async function readReach(ctx: Ctx): Promise<Map<string, number>> {
  const [sums = []] = await sumCounts(ctx, {
    metrics: ["broadcast.reach"],
    period: null,
    byMonth: true,
    groups: [["key"]],
  });
  return new Map(sums.map(({ key, n }) => [key, n]));
}

/**
 * The values of packed metrics, with one of the days on which they came. `alike`: days for which this is the same come
 * together: hundreds of rows of their own would take longer than what is in them.
 */
async function listValues(
  ctx: Ctx,
  wanted: Wanted,
  alike: SQL,
): Promise<{ day: string; values: Int32Array }[]> {
  const where = whereOf(wanted, wanted.period);
  const { rows } = await ctx.db.execute<{ day: string; packed: string | null; changes: Change[] | null }>(sql`
    select ${isoDay("coalesce(kept.day, since.day)")} as day, packed, changes
    -- As base64: bytes come as hexadecimal otherwise, which is half as much again and read five times as slowly.
    from (
      select ${alike} as alike, min(day) as day, encode(string_agg(packed, ''::bytea), 'base64') as packed
      from daily_values where ${where} group by 1
    ) as kept
    full join (
      select alike, min(day) as day, json_agg(json_build_object('value', value, 'n', n)) as changes
      from (
        select ${alike} as alike, min(day) as day, value, sum(n) as n from count_deltas where ${where} group by 1, value
      ) as each group by 1
    ) as since using (alike)`);
  return rows.map(({ day, packed, changes }) => ({
    day,
    values: withChanges(readPacked(Buffer.from(packed ?? "", "base64")), changes ?? []),
  }));
}

/** Sums by a group of days and the value itself. `holidays`: days that `rowOf` tells from others of their weekday. */
export async function matrixOf(
  ctx: Ctx,
  { rowOf, holidays, ...wanted }: Wanted & { rowOf: (day: string) => number; holidays: readonly string[] },
): Promise<{ row: number; column: number; n: number }[]> {
  const rows = new Map<number, number[]>();
  for (const { day, values } of await listValues(ctx, wanted, weekdayIn(holidays))) {
    const row = rowOf(day);
    const columns = rows.get(row) ?? [];
    rows.set(row, columns);
    // Hundreds of thousands: by place, since `for of` takes several times as long.
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] as number;
      columns[value] = (columns[value] ?? 0) + 1;
    }
  }
  return [...rows].flatMap(([row, columns]) =>
    columns.flatMap((n, column) => (n === undefined ? [] : [{ row, column, n }])),
  );
}

/** Of the whole period (`bucket` null), or of the bucket with that first day in it. */
export type BucketSpread = Spread & { bucket: string | null };

/**
 * The middle and the 90th of a hundred of a metric's values. Every single value is kept, to the minute, so that these are
 * what percentile_disc finds in the rows. They are put in order here: PostgreSQL takes ten times as long to sort them.
 */
export async function spreadCounts(
  ctx: Ctx,
  { granularity, ...wanted }: Wanted & { period: Period; granularity: Granularity },
): Promise<BucketSpread[]> {
  const buckets = new Map<string, Int32Array[]>();
  for (const { day, values } of await listValues(ctx, wanted, unitIn(granularity, wanted.period))) {
    const bucket = bucketIn(wanted.period, day, granularity);
    const days = buckets.get(bucket) ?? [];
    if (days.push(values) === 1) buckets.set(bucket, days);
  }
  const lists = [...buckets].map(([bucket, days]) => ({ bucket, values: joinValues(days) }));
  const all = { bucket: null, values: joinValues(lists.map(({ values }) => values)) };
  return [all, ...lists].flatMap(({ bucket, values }) => {
    const spread = spreadOf(values);
    return spread ? [{ bucket, ...spread }] : [];
  });
}
