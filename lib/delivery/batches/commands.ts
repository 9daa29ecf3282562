import { eq, sql } from "drizzle-orm";
import type { Spoken } from "@/db/enums";
import { SPOKEN } from "@/db/enums";
import { broadcasts } from "@/db/schema";
import { type Ctx, within } from "@/lib/core/context";
import { type BatchNext, RETRY_KEY_LIFE_MS, splitPlaces } from "../outcome";
import { isStalled } from "../release/sql";
import { STALLED } from "../release/stall";

export type Batch = {
  broadcastId: string;
  n: number;
  spoken: Spoken;
  size: number;
  retryKey: string;
  lane: number;
  attempts: number;
  /** Of the attempts before this one. */
  mayHaveArrived: boolean;
  /** By this process's own clock: the database's may be another. */
  firstAttemptAt: Date;
  /** No attempt before this one. */
  isFirst: boolean;
  lineUserIds: string[];
};
export type BatchKey = Pick<Batch, "broadcastId" | "n" | "attempts">;

const keyLife = sql`make_interval(secs => ${RETRY_KEY_LIFE_MS / 1000})`;
const lease = (leaseMs: number) => sql`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`;

/**
 * Takes batches for one worker: `sending`, the attempt and its time are committed before anybody calls LINE. A batch
 * past its lease belongs to a worker that died in mid-call: nobody knows whether it arrived. Emergencies come first. Of
 * a stopped or stalled broadcast only what is in doubt is still asked about, with its own key; of one that stalled and
 * was not paused yet, nothing.
 */
export async function claimBatches(
  ctx: Ctx,
  input: { owner: string; leaseMs: number; limit: number; isProbe?: boolean },
): Promise<Batch[]> {
  const channelCalls =
    input.isProbe === true
      ? sql`true`
      : sql`exists (select 1 from channel_state where id = 1 and paused_at is null and breaker_open_until is null)`;
  const { rows } = await ctx.db.execute<{
    broadcast_id: string;
    n: number;
    spoken: number;
    size: number;
    retry_key: string;
    lane: number;
    attempts: number;
    in_doubt: boolean;
    is_first: boolean;
    age_ms: number;
    to: string | null;
  }>(sql`
    with stalled as materialized (
      select w.id from broadcasts w where w.state = 'sending' and ${isStalled}
    ), picked as (
      select b.broadcast_id, b.n, b.may_have_arrived or b.state = 'sending' as in_doubt, b.first_attempt_at is null as is_first
      from broadcast_batches b join broadcasts w on w.id = b.broadcast_id
      where b.state in ('pending', 'sending') and ${channelCalls}
        and case b.state
          -- What lies further ahead than anything we write: the clock was set back.
          when 'pending' then b.next_attempt_at is null or b.next_attempt_at <= now() or b.next_attempt_at > now() + interval '10 minutes'
          else b.lease_until <= now() or b.lease_until > now() + make_interval(secs => ${(input.leaseMs * 5) / 1000})
        end
        and (w.state = 'sending' and w.id not in (select id from stalled)
          or (w.state = 'stopped' or w.state = 'paused' and w.paused_reason = ${STALLED})
            and (b.state = 'sending' or b.may_have_arrived))
        and (b.first_attempt_at is null or b.first_attempt_at > now() - ${keyLife})
      order by b.lane, b.broadcast_id, b.n
      limit ${input.limit} for update of b skip locked
    )
    update broadcast_batches b set state = 'sending', attempts = b.attempts + 1, may_have_arrived = p.in_doubt,
      first_attempt_at = coalesce(b.first_attempt_at, clock_timestamp()), next_attempt_at = null,
      lease_owner = ${input.owner}, lease_until = ${lease(input.leaseMs)}
    from picked p where b.broadcast_id = p.broadcast_id and b.n = p.n
    returning b.broadcast_id, b.n, b.spoken, b.size, b.retry_key, b.lane, b.attempts, p.in_doubt, p.is_first,
      (extract(epoch from clock_timestamp() - b.first_attempt_at) * 1000)::double precision as age_ms,
      (select string_agg(f.line_user_id, ',' order by u.place)
        from unnest(b.friend_ids) with ordinality as u(id, place) join friends f on f.id = u.id) as to`);
  return rows
    .map((row) => ({
      broadcastId: row.broadcast_id,
      n: row.n,
      spoken: SPOKEN[row.spoken] ?? "ja",
      size: row.size,
      retryKey: row.retry_key,
      lane: row.lane,
      attempts: row.attempts,
      mayHaveArrived: row.in_doubt,
      isFirst: row.is_first,
      firstAttemptAt: new Date(ctx.now.getTime() - row.age_ms),
      lineUserIds: (row.to ?? "").split(",").filter(Boolean),
    }))
    .sort((a, b) => a.lane - b.lane || a.n - b.n);
}

/**
 * The heartbeat: keeps what this worker still works on, by name. What it took and lost sight of (an answer of the
 * database that never came) runs out like a dead worker's.
 */
export async function extendBatches(
  ctx: Ctx,
  input: { owner: string; leaseMs: number; batches: readonly Pick<Batch, "broadcastId" | "n">[] },
): Promise<void> {
  const ids = sql.param(input.batches.map(({ broadcastId }) => broadcastId));
  const numbers = sql.param(input.batches.map(({ n }) => n));
  await ctx.db.execute(sql`
    with held as (
      select b.broadcast_id, b.n
      from unnest(${ids}::uuid[], ${numbers}::int[]) as mine (broadcast_id, n) join broadcast_batches b using (broadcast_id, n)
      where b.state = 'sending' and b.lease_owner = ${input.owner} and b.lease_until > now()
      ${IN_ORDER}
    )
    update broadcast_batches b set lease_until = ${lease(input.leaseMs)}
    from held where b.broadcast_id = held.broadcast_id and b.n = held.n`);
}

/** Batches this worker took and did not call LINE for: as if they had never been taken. */
export async function returnBatches(
  ctx: Ctx,
  input: { owner: string; batches: readonly Batch[] },
): Promise<void> {
  for (const batch of input.batches) {
    await ctx.db.execute(sql`
      update broadcast_batches set state = 'pending', attempts = attempts - 1, lease_owner = null, lease_until = null,
        first_attempt_at = case when ${batch.isFirst} then null else first_attempt_at end
      where ${mine(batch, input.owner)}`);
  }
}

/** Only who holds the lease of this very attempt may write down what came of it. */
const mine = (batch: BatchKey, owner: string) =>
  sql`broadcast_id = ${batch.broadcastId} and n = ${batch.n} and lease_owner = ${owner} and attempts = ${batch.attempts} and state = 'sending'`;

/** Heartbeat and acceptances lock many rows each, at the same time: all in one order, so that none waits in a circle. */
const IN_ORDER = sql`order by b.broadcast_id, b.n for update of b`;

export type Acceptance = { batch: BatchKey; httpStatus: number | null; requestId: string | null };

/**
 * Batches that LINE took, written down together: two hundred commits a second cost more than the calls. For each, in
 * order, whether its lease still held; if not, nothing of it was changed. The breaker closes in the same statement.
 */
export async function acceptBatches(
  ctx: Ctx,
  input: { owner: string; taken: readonly Acceptance[] },
): Promise<boolean[]> {
  const { taken } = input;
  const column = (of: (each: Acceptance) => string | number | null) => sql.param(taken.map(of));
  const { rows } = await ctx.db.execute<{ broadcast_id: string; n: number }>(sql`
    with held as (
      select b.broadcast_id, b.n, told.http_status, told.request_id
      from unnest(${column(({ batch }) => batch.broadcastId)}::uuid[], ${column(({ batch }) => batch.n)}::int[],
          ${column(({ batch }) => batch.attempts)}::int[], ${column(({ httpStatus }) => httpStatus)}::int[],
          ${column(({ requestId }) => requestId)}::text[]) as told (broadcast_id, n, attempts, http_status, request_id)
        join broadcast_batches b using (broadcast_id, n)
      where b.lease_owner = ${input.owner} and b.attempts = told.attempts and b.state = 'sending'
      ${IN_ORDER}
    ), settled as (
      update broadcast_batches b set state = 'accepted', settled_at = clock_timestamp(), http_status = held.http_status,
        line_request_id = held.request_id, lease_owner = null, lease_until = null, last_error = null
      from held where b.broadcast_id = held.broadcast_id and b.n = held.n
      returning b.broadcast_id, b.n
    ), firsts as (
      select id from broadcasts
      where id in (select broadcast_id from settled) and first_accepted_at is null order by id for no key update
    ), began as (
      update broadcasts set first_accepted_at = clock_timestamp() from firsts where broadcasts.id = firsts.id
    ), works as (
      update channel_state set breaker_failures = 0, breaker_failing_since = null, breaker_open_until = null
      where id = 1 and (breaker_failures > 0 or breaker_open_until is not null)
    ) select broadcast_id, n from settled`);
  const settled = new Set(rows.map((row) => `${row.broadcast_id} ${row.n}`));
  return taken.map(({ batch }) => settled.has(`${batch.broadcastId} ${batch.n}`));
}

/** What came of an attempt that was not accepted. False: the lease was lost meanwhile, and nothing was changed. */
export async function settleBatch(
  ctx: Ctx,
  input: {
    batch: BatchKey;
    owner: string;
    next: Exclude<BatchNext, { next: "accepted" }>;
    httpStatus: number | null;
    requestId: string | null;
  },
): Promise<boolean> {
  const { batch, next } = input;
  const common = sql`http_status = ${input.httpStatus}, line_request_id = ${input.requestId}, lease_owner = null, lease_until = null,
    last_error = ${next.error}`;
  if (next.next === "split") return splitBatch(ctx, input, next.index);
  const change =
    next.next === "retry"
      ? sql`state = 'pending', may_have_arrived = may_have_arrived or ${next.mayHaveArrived},
          next_attempt_at = clock_timestamp() + make_interval(secs => ${next.afterMs / 1000})`
      : sql`state = ${next.next}, settled_at = clock_timestamp()`;
  const { rowCount } = await ctx.db.execute(
    sql`update broadcast_batches set ${change}, ${common} where ${mine(batch, input.owner)}`,
  );
  return rowCount === 1;
}

/** The batch ends; its recipients go on in new ones with keys of their own. Whom LINE refused by name stands alone, as failed. */
async function splitBatch(
  ctx: Ctx,
  input: { batch: BatchKey; owner: string; httpStatus: number | null; requestId: string | null },
  index: number | null,
): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const { batch } = input;
    // New numbers are given out one at a time.
    await tx
      .select({ id: broadcasts.id })
      .from(broadcasts)
      .where(eq(broadcasts.id, batch.broadcastId))
      .for("update");
    const { rows } = await tx.execute<{ size: number; stopped: boolean }>(sql`
      update broadcast_batches set state = 'split', settled_at = clock_timestamp(), http_status = ${input.httpStatus},
        line_request_id = ${input.requestId}, lease_owner = null, lease_until = null, last_error = 'recipient-refused'
      where ${mine(batch, input.owner)}
      returning size, (select state = 'stopped' from broadcasts where id = ${batch.broadcastId}) as stopped`);
    const row = rows[0];
    if (!row) return false;
    const { refused, parts } = splitPlaces(row.size, index);
    const inside = within(ctx, tx);
    if (refused.length > 0) await insertPart(inside, batch, refused, "failed");
    for (const part of parts) await insertPart(inside, batch, part, row.stopped ? "skipped" : "pending");
    return true;
  });
}

async function insertPart(
  ctx: Ctx,
  of: BatchKey,
  places: number[],
  state: "pending" | "failed" | "skipped",
): Promise<void> {
  const settledAt = state === "pending" ? sql`null::timestamptz` : sql`clock_timestamp()`;
  const error = state === "failed" ? "recipient-refused" : null;
  await ctx.db.execute(sql`
    insert into broadcast_batches (broadcast_id, n, spoken, friend_ids, size, retry_key, lane, state, settled_at, last_error, split_from)
    select broadcast_id, (select max(n) + 1 from broadcast_batches where broadcast_id = ${of.broadcastId}), spoken,
      (select array_agg(u.id order by u.place) from unnest(friend_ids) with ordinality as u(id, place)
        where u.place = any(${sql.raw(`'{${places.map((place) => place + 1).join(",")}}'::bigint[]`)})),
      ${places.length}::int, gen_random_uuid(), lane, ${state}, ${settledAt}, ${error}, n
    from broadcast_batches where broadcast_id = ${of.broadcastId} and n = ${of.n}`);
}

/**
 * Batches whose key is too old to be tried again. In doubt: unknown, for a person. Surely never taken: their recipients
 * go on in a batch with a key of its own.
 */
export async function retireOldKeys(ctx: Ctx): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const { rows } = await tx.execute<{
      broadcast_id: string;
      n: number;
      in_doubt: boolean;
      size: number;
    }>(sql`
      select b.broadcast_id, b.n, b.may_have_arrived or b.state = 'sending' as in_doubt, b.size
      from broadcasts w join broadcast_batches b on b.broadcast_id = w.id
      where b.state in ('pending', 'sending') and b.first_attempt_at <= now() - ${keyLife}
        and (b.state = 'pending' or b.lease_until <= now()) and w.state in ('sending', 'paused', 'stopped')
      order by 1, 2 limit 200 for update of w, b skip locked`);
    for (const row of rows) {
      const state = row.in_doubt ? "unknown" : "split";
      await tx.execute(sql`
        update broadcast_batches set state = ${state}, settled_at = clock_timestamp(), last_error = 'key-too-old',
          lease_owner = null, lease_until = null, may_have_arrived = ${row.in_doubt}
        where broadcast_id = ${row.broadcast_id} and n = ${row.n}`);
      const whole = Array.from({ length: row.size }, (_, place) => place);
      const old = { broadcastId: row.broadcast_id, n: row.n, attempts: 0 };
      if (!row.in_doubt) await insertPart(within(ctx, tx), old, whole, "pending");
    }
    return rows.length;
  });
}
