import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";

/** A redelivered event may come days late; LINE gives up on one before this is over. */
const COUNTED_DAYS = 8;

/**
 * Whom LINE's taking of the message reached, and who blocked the account within a day of it: each broadcast anew, since a
 * late event may still change it. Once a broadcast, in as many statements, so that none holds anybody up.
 */
async function countBlocksOf(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.execute(sql`
    with batches as materialized (
      select settled_at, friend_ids from broadcast_batches
      where broadcast_id = ${id} and state = 'accepted' and settled_at is not null),
    span as materialized (select min(settled_at) as first, max(settled_at) + interval '1 day' as last from batches),
    gone as materialized (
      select friend_id, at from friend_moves, span where kind = 'block' and at >= first and at < last),
    reached as (
      select settled_at, unnest(friend_ids) as friend_id from batches where exists (select 1 from gone))
    insert into broadcast_blocks (broadcast_id, blocks, counted_at)
    select ${id}, count(distinct friend_id), ${ctx.now.toISOString()}::timestamptz
    from reached join gone using (friend_id)
    where at >= settled_at and at < settled_at + interval '1 day'
    on conflict (broadcast_id) do update set blocks = excluded.blocks, counted_at = excluded.counted_at`);
}

async function countWhere(ctx: Ctx, which: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select b.id from broadcasts b left join broadcast_blocks c on c.broadcast_id = b.id
      where b.first_accepted_at is not null and ${which} order by b.first_accepted_at desc`,
  );
  for (const { id } of rows) await countBlocksOf(ctx, id);
  return rows.length;
}

/** Every broadcast that ever reached anybody. */
export const countAllBlocks = (ctx: Ctx): Promise<number> => countWhere(ctx, sql`true`);

/** What was sent of late, once an hour; older ones are settled, unless an event of their time came later still. */
export const countRecentBlocks = (ctx: Ctx): Promise<number> =>
  countWhere(
    ctx,
    sql`(c.counted_at is null or (c.counted_at < now() - interval '1 hour'
      and coalesce(b.finished_at, now()) > c.counted_at - make_interval(days => ${COUNTED_DAYS})))`,
  );
