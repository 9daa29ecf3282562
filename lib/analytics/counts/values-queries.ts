import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";
import { type Change, joinValues, readPacked, withChanges } from "../packed";
import { bucketIn } from "../period";
import { type Spread, spreadOf } from "../spread";
import type { Granularity, Period } from "../view";
import { unitIn, type Wanted, whereOf } from "./sql";

/** `day`: one of the days on which they came. */
type Group = { day: string; values: Int32Array };

/** The values of packed metrics: all, and those of the days for which `alike` is the same. */
async function listValues(
  ctx: Ctx,
  wanted: Wanted,
  alike: SQL,
): Promise<{ all: Int32Array; groups: Group[] }> {
  const where = whereOf(wanted, wanted.period);
  const { rows } = await ctx.db.execute<{ day: string; packed: string | null; changes: Change[] | null }>(sql`
    select to_char(coalesce(kept.day, since.day), 'YYYY-MM-DD') as day, packed, changes
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
  const { all, lists } = readPacked(rows.map(({ packed }) => packed ?? ""));
  const groups = rows.map(({ day, changes }, i) => {
    const values = lists[i] ?? new Int32Array();
    return { day, values: changes === null ? values : withChanges(values, changes) };
  });
  const isChanged = rows.some(({ changes }) => changes !== null);
  return { all: isChanged ? joinValues(groups.map(({ values }) => values)) : all, groups };
}

export type Hours = {
  /** How many there were on a day on which there were some. */
  days: { day: string; n: number }[];
  cells: { row: number; column: number; n: number }[];
};

/** Sums by day, and by a group of days (`rowOf`) and the value itself. */
export async function hourCounts(
  ctx: Ctx,
  { rowOf, ...wanted }: Wanted & { rowOf: (day: string) => number },
): Promise<Hours> {
  const rows = new Map<number, number[]>();
  const { groups } = await listValues(ctx, wanted, sql`day`);
  for (const { day, values } of groups) {
    const row = rowOf(day);
    const columns = rows.get(row) ?? [];
    rows.set(row, columns);
    // Hundreds of thousands: by place, since `for of` takes several times as long.
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] as number;
      columns[value] = (columns[value] ?? 0) + 1;
    }
  }
  return {
    days: groups.map(({ day, values }) => ({ day, n: values.length })).filter(({ n }) => n > 0),
    cells: [...rows].flatMap(([row, columns]) =>
      columns.flatMap((n, column) => (n === undefined ? [] : [{ row, column, n }])),
    ),
  };
}

/** Of the whole period (`bucket` null), or of the bucket with that first day in it. */
export type BucketSpread = Spread & { bucket: string | null };

/**
 * The middle and the 90th of a hundred of a metric's values. Every single value is kept, to the minute, so that these are
 * what percentile_disc finds in the rows. They are counted here: PostgreSQL takes ten times as long to sort them.
 */
export async function spreadCounts(
  ctx: Ctx,
  { granularity, ...wanted }: Wanted & { period: Period; granularity: Granularity },
): Promise<BucketSpread[]> {
  const { all, groups } = await listValues(ctx, wanted, unitIn(granularity, wanted.period));
  const lists = groups.map(({ day, values }) => ({
    bucket: bucketIn(wanted.period, day, granularity),
    values,
  }));
  return [{ bucket: null, values: all }, ...lists].flatMap(({ bucket, values }) => {
    const spread = spreadOf(values);
    return spread ? [{ bucket, ...spread }] : [];
  });
}
