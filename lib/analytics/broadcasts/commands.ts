import { type SQL, sql } from "drizzle-orm";
import { broadcastBlocks } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";

/** A redelivered event may come days late; LINE gives up on one before this is over. In the trigger too. */
const COUNTED_DAYS = 8;
export type Counted = { id: string; kept: number; found: number };

/** Whom LINE's taking of the message reached, and who blocked the account within a day of it. */
async function blocksOf(ctx: Ctx, id: string): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: string }>(sql`
    with batches as materialized (
      select settled_at, friend_ids from broadcast_batches
      where broadcast_id = ${id} and state = 'accepted' and settled_at is not null),
    span as materialized (select min(settled_at) as first, max(settled_at) + interval '1 day' as last from batches),
    gone as materialized (
      select friend_id, at from friend_moves, span where kind = 'block' and at >= first and at < last),
    reached as (
      select settled_at, unnest(friend_ids) as friend_id from batches where exists (select 1 from gone))
    select count(distinct friend_id) as n from reached join gone using (friend_id)
    where at >= settled_at and at < settled_at + interval '1 day'`);
  return Number(rows[0]?.n ?? 0);
}

/** Each broadcast anew, since a late event may still change it: one at a time, so that none holds anybody up. */
async function countWhere(ctx: Ctx, which: SQL, settle = true): Promise<Counted[]> {
  const { rows } = await ctx.db.execute<{ id: string; blocks: number | null }>(
    sql`select b.id, c.blocks from broadcasts b left join broadcast_blocks c on c.broadcast_id = b.id
      where b.first_accepted_at is not null and ${which} order by b.first_accepted_at desc`,
  );
  const counted: Counted[] = [];
  for (const { id, blocks } of rows) {
    const found = await blocksOf(ctx, id);
    counted.push({ id, kept: blocks ?? 0, found });
    const now = { blocks: found, countedAt: ctx.now };
    if (settle)
      await ctx.db
        .insert(broadcastBlocks)
        .values({ broadcastId: id, ...now })
        .onConflictDoUpdate({ target: broadcastBlocks.broadcastId, set: now });
  }
  return counted;
}

/** Every broadcast that ever reached anybody, with what was kept of it before; without `settle` nothing is changed. */
export const countAllBlocks = (ctx: Ctx, settle = true): Promise<Counted[]> =>
  countWhere(ctx, sql`true`, settle);

/**
 * What was sent of late, once an hour. Older ones are settled; a block that becomes known later still makes its broadcasts
 * unsettled again (the trigger of friend_moves).
 */
export const countRecentBlocks = (ctx: Ctx): Promise<Counted[]> =>
  countWhere(
    ctx,
    sql`(c.counted_at is null or (c.counted_at < now() - interval '1 hour'
      and coalesce(b.finished_at, now()) > c.counted_at - make_interval(days => ${COUNTED_DAYS})))`,
  );
