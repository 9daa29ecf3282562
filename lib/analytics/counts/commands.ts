import { sql } from "drizzle-orm";
import { type Ctx, within } from "@/lib/core/context";
import { DIMENSIONS } from "./sql";

/** Held by whoever writes daily_counts, so that two never wait for each other's rows. */
const COUNTING = 726_015;
const AT_ONCE = 20_000;
const columns = sql.raw(DIMENSIONS.join(", "));

/** Adds rows of dimensions and `n` to daily_counts; in the order of its key, in which they are read. */
export const addInto = (rows: ReturnType<typeof sql>) => sql`
  insert into daily_counts as kept (${columns}, n)
  select ${columns}, n from ${rows} as rows where n <> 0 order by ${columns}
  on conflict (${columns}) do update set n = kept.n + excluded.n`;

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

/** Folds waiting changes into daily_counts, in one statement: a reader sees each of them in one place only. */
export async function foldCounts(ctx: Ctx): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    if (!(await takeCounting(within(ctx, tx), false))) return 0;
    const { rows } = await tx.execute<{ n: string }>(sql`
      with gone as (
        delete from count_deltas where id in (select id from count_deltas order by id limit ${AT_ONCE})
        returning ${columns}, n
      ), summed as (select ${columns}, sum(n) as n from gone group by ${columns}),
      added as (${addInto(sql`summed`)})
      select count(*) as n from gone`);
    return Number(rows[0]?.n ?? 0);
  });
}
