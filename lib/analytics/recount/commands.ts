import { sql } from "drizzle-orm";
import { type Ctx, within } from "@/lib/core/context";
import { isoDate } from "@/lib/core/time";
import { countAllBlocks } from "../broadcasts/commands";
import { addedFrom, takeCounting } from "../counts/commands";
import { countsOf, DIMENSIONS } from "../counts/sql";
import { METRICS, PACKED, type Source } from "../metric";
import { RECOUNT, STANDING } from "./sql";

/** A count that is not what the rows say. `day`: a day, a month (2026-11), or null: of what is counted as it stands. */
export type Difference = {
  metric: string;
  day: string | null;
  sectionId: number;
  areaId: number;
  key: string;
  part: string;
  value: number;
  kept: number;
  found: number;
};
/** `shown`: the first few of `n`. `counts`: how many there are in all. */
export type Recount = { source: Source | "blocks"; counts: number; n: number; shown: Difference[] };

const SHOWN = 50;
const NOWHERE = { day: null, sectionId: 0, areaId: 0, part: "", value: 0 };
type Row = Omit<Difference, "sectionId" | "areaId"> & { section_id: number; area_id: number };

const toDifference = ({ section_id, area_id, ...each }: Row): Difference => ({
  ...each,
  sectionId: section_id,
  areaId: area_id,
});

/** Months that are not the sum of their days; set right with `settle`. Nobody folds meanwhile. */
async function recountMonths(
  ctx: Ctx,
  source: Source,
  settle: boolean,
): Promise<{ n: number; shown: Difference[] }> {
  const metrics = METRICS[source].filter((metric) => !PACKED.includes(metric));
  const rest = sql.raw(DIMENSIONS.filter((each) => each !== "day").join(", "));
  const columns = sql.raw(DIMENSIONS.join(", "));
  const ofSource = sql`metric = any(${sql.param(metrics)}::text[])`;
  const { rows } = await ctx.db.execute<{ n: string; shown: Row[] | null }>(sql`
    with truth as materialized (
      select ${rest}, date_trunc('month', day::timestamp)::date as day, sum(n) as n from daily_counts where ${ofSource}
      group by ${rest}, date_trunc('month', day::timestamp)),
    kept as (select ${columns}, n from monthly_counts where ${ofSource}),
    differs as materialized (
      select ${columns}, coalesce(truth.n, 0) as found, coalesce(kept.n, 0) as kept from truth full join kept using (${columns})
      where coalesce(truth.n, 0) <> coalesce(kept.n, 0))
    ${
      settle
        ? sql`, settled as (
      insert into monthly_counts as was (${columns}, n) select ${columns}, found from differs
      on conflict (${columns}) do update set n = excluded.n)`
        : sql``
    }
    select (select count(*) from differs) as n,
      (select json_agg(few) from (
        select ${rest}, to_char(day, 'YYYY-MM') as day, found, kept from differs order by ${columns} limit ${SHOWN}) as few) as shown`);
  return { n: Number(rows[0]?.n ?? 0), shown: (rows[0]?.shown ?? []).map(toDifference) };
}

/**
 * Counts one source anew from its rows and compares; with `settle`, the counts then hold what was found. One statement
 * and so one moment: residents go on writing meanwhile, and what they add is added to either. Months are compared with
 * their days.
 */
export async function recount(ctx: Ctx, source: Source, settle: boolean): Promise<Recount> {
  const isStanding = STANDING.includes(source);
  const dimensions = DIMENSIONS.filter((each) => each !== "day" || !isStanding);
  const columns = sql.raw(dimensions.join(", "));
  const day = isStanding ? sql`${isoDate(ctx.now)}::date as day` : sql`day`;
  const rest = sql.raw(DIMENSIONS.filter((each) => each !== "day").join(", "));
  const kept = countsOf({ metrics: METRICS[source], period: null });
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    await takeCounting(inside, true);
    await tx.execute(
      sql`select set_config('work_mem', '192MB', true), set_config('statement_timeout', '0', true)`,
    );
    const { rows } = await tx.execute<{ counts: string; n: string; shown: Row[] | null }>(sql`
      with truth as materialized (${RECOUNT[source]}),
      kept as materialized (
        select ${columns}, sum(n) as n from ${kept} as counts group by ${columns} having sum(n) <> 0),
      differs as materialized (
        select ${columns}, coalesce(truth.n, 0) as found, coalesce(kept.n, 0) as kept
        from ${isStanding ? sql`(select ${columns}, n from truth) as truth` : sql`truth`} full join kept using (${columns})
        where truth.n is distinct from kept.n)
      ${settle ? sql`, corrected as (select ${rest}, ${day}, found - kept as n from differs), ${addedFrom("corrected")}` : sql``}
      select (select count(*) from truth) as counts, (select count(*) from differs) as n,
        (select json_agg(few) from (select ${rest}, ${isStanding ? sql`null as day` : sql`day`}, found, kept from differs order by ${columns} limit ${SHOWN}) as few) as shown`);
    const months = await recountMonths(inside, source, settle);
    const [row] = rows;
    return {
      source,
      counts: Number(row?.counts ?? 0),
      n: Number(row?.n ?? 0) + months.n,
      shown: [...(row?.shown ?? []).map(toDifference), ...months.shown].slice(0, SHOWN),
    };
  });
}

/** Who blocked the account after each broadcast: counted by itself, not by the day. */
export async function recountBlocks(ctx: Ctx, settle: boolean): Promise<Recount> {
  const all = await countAllBlocks(ctx, settle);
  const shown = all
    .filter(({ kept, found }) => kept !== found)
    .map(({ id, kept, found }) => ({ ...NOWHERE, metric: "broadcast.blocks", key: id, kept, found }));
  return { source: "blocks", counts: all.length, n: shown.length, shown: shown.slice(0, SHOWN) };
}
