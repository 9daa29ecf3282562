import { type SQL, sql } from "drizzle-orm";
import { type Ctx, within } from "@/lib/core/context";
import { PACKED } from "../metric";
import { DIMENSIONS, listed } from "./sql";

/** Held by whoever writes the counts, so that two never wait for each other's rows. */
const COUNTING = 726_015;
const AT_ONCE = 20_000;
const columns = sql.raw(DIMENSIONS.join(", "));

const rest = sql.raw(DIMENSIONS.filter((each) => each !== "day").join(", "));
const into = (table: "daily_counts" | "monthly_counts", rows: SQL) => sql`
  insert into ${sql.raw(table)} as kept (${columns}, n)
  select ${columns}, n from (${rows}) as rows where n <> 0 order by ${columns}
  on conflict (${columns}) do update set n = kept.n + excluded.n`;

/**
 * Parts of a WITH that add rows of dimensions and `n` to the counts of days and of months and to the packed values; in the order of their key, in
 * which they are read. `from`: the name of an earlier part.
 */
export const addedFrom = (from: "summed" | "corrected" | "standing"): SQL => {
  const source = sql.raw(from);
  const months = sql`
    select ${rest}, date_trunc('month', day::timestamp)::date as day, sum(n) as n from ${source}
    where metric not in (${listed(PACKED)}) group by ${rest}, date_trunc('month', day::timestamp)`;
  const days = sql`select ${columns}, n from ${source} where metric not in (${listed(PACKED)})`;
  return sql`
    added_days as (${into("daily_counts", days)}),
    added_months as (${into("monthly_counts", months)}),
    new_values as materialized (
      select metric, day, section_id, value, n from ${source} where metric in (${listed(PACKED)})),
    summed_values as (
      select metric, day, section_id, value, sum(n)::int as n from (
        select metric, day, section_id, value, n from new_values
        union all
        select metric, day, section_id, value, 1 from daily_values
          join (select distinct metric, day, section_id from new_values) as touched using (metric, day, section_id),
          unpacked(packed) as value) as each group by 1, 2, 3, 4),
    values_now as (
      select metric, day, section_id, string_agg(int4send(value::int), ''::bytea order by value) filter (where time is not null) as packed
      from summed_values left join lateral generate_series(1, n) as time on true group by 1, 2, 3),
    added_values as (
      insert into daily_values (metric, day, section_id, packed)
      select metric, day, section_id, coalesce(packed, ''::bytea) from values_now order by 1, 2, 3
      on conflict (metric, day, section_id) do update set packed = excluded.packed)`;
};

/** Until the end of the transaction; false when somebody else counts just now and `wait` was not asked for. */
export async function takeCounting(ctx: Ctx, wait: boolean): Promise<boolean> {
  if (wait) {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(${COUNTING})`);
    return true;
  }
  const { rows } = await ctx.db.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${COUNTING}) as mine`,
  );
  return rows[0]?.mine === true;
}

/** Folds waiting changes into the counts, in one statement: a reader sees each of them in one place only. */
export async function foldCounts(ctx: Ctx): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    if (!(await takeCounting(within(ctx, tx), false))) return 0;
    const { rows } = await tx.execute<{ n: string }>(sql`
      with gone as (
        delete from count_deltas where id in (select id from count_deltas order by id limit ${AT_ONCE})
        returning ${columns}, n
      ), summed as (select ${columns}, sum(n) as n from gone group by ${columns}),
      ${addedFrom("summed")}
      select count(*) as n from gone`);
    return Number(rows[0]?.n ?? 0);
  });
}
