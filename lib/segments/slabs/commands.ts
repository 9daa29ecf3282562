import { and, asc, eq, gt, sql } from "drizzle-orm";
import { broadcastBatches, friendChanges, friendSlabs, friends } from "@/db/schema";
import { type Ctx, within } from "@/lib/core/context";
import { countChanges, listUnsetBroadcasts } from "./queries";
import { openBitsBySlab, openSlabBits, RECEIVED, receivedKey, SLAB, type SlabFriend } from "./slab";

/** With fewer changes than this, asking their rows costs less than setting their bits anew. */
const WORTH_IT = 1_000;

/** Friends read at once: a whole slab of them would be most of a worker's memory. */
const FRIENDS_AT_ONCE = 8_192;

/**
 * Sets the bits of friends that changed, slab by slab, once there are enough of them (or always: `least` 1). A change
 * that commits while a slab is being read keeps its note and is asked by its row: a count is exact at every moment.
 * Answers how many slabs were set.
 */
export async function setSlabs(ctx: Ctx, least = WORTH_IT): Promise<number> {
  if ((await countChanges(ctx, least)) < least) return 0;
  const { rows } = await ctx.db.execute<{ slab: number }>(
    sql`select distinct (${friendChanges.friendId} / ${SLAB})::int as slab from ${friendChanges} order by 1`,
  );
  let done = 0;
  for (const { slab } of rows) {
    const took = await ctx.db.transaction((tx) => setSlab(within(ctx, tx), slab));
    if (took) done += 1;
  }
  return done;
}

/** One slab, by one worker at a time. Notes go first and rows are read after: what is read is never older. */
async function setSlab(ctx: Ctx, slab: number): Promise<boolean> {
  const lock = await ctx.db.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('friend_slabs'), ${slab}) as got`,
  );
  if (!lock.rows[0]?.got) return false;
  const from = slab * SLAB;
  await ctx.db.execute(
    sql`delete from ${friendChanges} where ${friendChanges.friendId} >= ${from} and ${friendChanges.friendId} < ${from + SLAB}`,
  );
  const bits = openSlabBits();
  for (let next = from; next < from + SLAB; next += FRIENDS_AT_ONCE)
    for (const friend of await listSlabFriends(ctx, next, next + FRIENDS_AT_ONCE)) bits.tell(friend);
  await ctx.db.execute(
    sql`delete from ${friendSlabs} where ${friendSlabs.slab} = ${slab} and not starts_with(${friendSlabs.key}, ${RECEIVED})`,
  );
  await insertBits(
    ctx,
    [...bits.hex()].map(([key, hex]) => ({ slab, key, hex })),
  );
  return true;
}

const listSlabFriends = (ctx: Ctx, from: number, before: number): Promise<SlabFriend[]> =>
  ctx.db
    .select({
      id: friends.id,
      state: friends.state,
      isStopped: sql<boolean>`${friends.stoppedAt} is not null`,
      spoken: friends.spoken,
      ageBand: friends.ageBand,
      gender: friends.gender,
      areaId: friends.areaId,
      interests: friends.interests,
      isAnswered: sql<boolean>`${friends.answeredAt} is not null`,
    })
    .from(friends)
    .where(sql`${friends.id} >= ${from} and ${friends.id} < ${before}`);

async function insertBits(ctx: Ctx, rows: { slab: number; key: string; hex: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const column = (name: "slab" | "key" | "hex") => sql.param(rows.map((row) => row[name]));
  await ctx.db.execute(sql`
    insert into ${friendSlabs} (slab, key, bits)
    select slab, key, ('x' || hex)::bit varying
    from unnest(${column("slab")}::int[], ${column("key")}::text[], ${column("hex")}::text[]) as given (slab, key, hex)
    on conflict do nothing`);
}

/** Batches read at once: 25,000 people. */
const BATCHES_AT_ONCE = 50;

/** Sets whom broadcasts reached that are over by now: what is over does not change. Answers how many. */
export async function setReceived(ctx: Ctx): Promise<number> {
  const over = await listUnsetBroadcasts(ctx);
  for (const id of over) {
    const bits = openBitsBySlab();
    for (let after = -1; ; ) {
      const batches = await ctx.db
        .select({ n: broadcastBatches.n, friendIds: broadcastBatches.friendIds })
        .from(broadcastBatches)
        .where(
          and(
            eq(broadcastBatches.broadcastId, id),
            eq(broadcastBatches.state, "accepted"),
            gt(broadcastBatches.n, after),
          ),
        )
        .orderBy(asc(broadcastBatches.n))
        .limit(BATCHES_AT_ONCE);
      for (const batch of batches) for (const friendId of batch.friendIds) bits.tell(friendId);
      const last = batches.at(-1);
      if (!last) break;
      after = last.n;
    }
    // One statement: a count sees all of them or none.
    await insertBits(
      ctx,
      [...bits.hex()].map(([slab, hex]) => ({ slab, key: receivedKey(id), hex })),
    );
  }
  return over.length;
}
