import { sql } from "drizzle-orm";
import { type Ctx, within } from "@/lib/core/context";
import { isoDate } from "@/lib/core/time";
import { addInto, takeCounting } from "../counts/commands";
import { countsOf, DIMENSIONS } from "../counts/sql";
import { METRICS, type Source } from "../metric";
import { RECOUNT, STANDING } from "./sql";

/** A count that is not what the rows say. `day` null: of what is counted as it stands. */
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
export type Recount = { source: Source; counts: number; n: number; shown: Difference[] };

const SHOWN = 50;
type Row = Omit<Difference, "sectionId" | "areaId"> & { section_id: number; area_id: number };

/**
 * Counts one source anew from its rows and compares; with `settle`, daily_counts then holds what was found. One statement
 * and so one moment: residents go on writing meanwhile, and what they add is added to either.
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
      ${settle ? sql`, settled as (${addInto(sql`(select ${rest}, ${day}, found - kept as n from differs)`)})` : sql``}
      select (select count(*) from truth) as counts, (select count(*) from differs) as n,
        (select json_agg(few) from (select ${rest}, ${isStanding ? sql`null as day` : sql`day`}, found, kept from differs order by ${columns} limit ${SHOWN}) as few) as shown`);
    const [row] = rows;
    return {
      source,
      counts: Number(row?.counts ?? 0),
      n: Number(row?.n ?? 0),
      shown: (row?.shown ?? []).map(({ section_id, area_id, ...each }) => ({
        ...each,
        sectionId: section_id,
        areaId: area_id,
      })),
    };
  });
}
