import { eq, lt, sql } from "drizzle-orm";
import { channelShares, channelState } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { assertCan } from "@/lib/auth/permission";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { newToken } from "@/lib/core/id";
import { errorFields, log } from "@/lib/core/log";
import { ok, type Result, refused } from "@/lib/core/result";
import type { ArmFile } from "../arm-gateway";
import { afterFailure, allow } from "../breaker";
import { DELIVERY_MESSAGES } from "../messages";
import { divideRate, SLOW_MS } from "../pace";
import { getDatabaseSigns } from "../queries";
import { pauseStalled } from "../release/commands";

const one = eq(channelState.id, 1);
const audited = (ctx: Ctx, action: string, fields: string[]) =>
  recordAudit(ctx, { action, subjectKind: "channel", subjectId: 1, fields });

/**
 * The channel's row is locked by all who send: whoever stands still with it in hand (a paused machine, a cut network) is
 * cut off after a second, not after the usual minute. Asked for in the locking statement itself.
 */
const briefly = sql<string>`set_config('idle_in_transaction_session_timeout', '1s', true)`;

/** The one row, made by whoever comes first. */
export async function ensureChannel(ctx: Ctx): Promise<void> {
  await ctx.db.insert(channelState).values({ id: 1 }).onConflictDoNothing();
}

/**
 * A worker's share of the common rate, in calls a second, divided anew among all who ask; and whether anybody may call at
 * all. To be asked every ASK_MS by whoever has something to send.
 */
export async function takeShare(
  ctx: Ctx,
  input: { owner: string; perSecond: number },
): Promise<{ share: number; mayCall: boolean }> {
  return ctx.db.transaction(async (tx) => {
    // One at a time: what was given is seen by whoever comes next.
    const [channel] = await tx
      .select({
        mayCall: sql<boolean>`${channelState.pausedAt} is null and ${channelState.breakerOpenUntil} is null`,
        isSlow: sql<boolean>`coalesce(${channelState.slowUntil} > clock_timestamp(), false)`,
        now: sql<string>`clock_timestamp()`,
        briefly,
      })
      .from(channelState)
      .where(one)
      .for("update");
    if (!channel) return { share: 0, mayCall: false };
    const perSecond = channel.isSlow ? Math.ceil(input.perSecond / 2) : input.perSecond;
    const shares = await tx.select().from(channelShares);
    const mine = divideRate(shares, { owner: input.owner, perSecond, now: new Date(channel.now) });
    await tx
      .insert(channelShares)
      .values(mine)
      .onConflictDoUpdate({ target: channelShares.owner, set: mine });
    return { share: mine.share, mayCall: channel.mayCall };
  });
}

/** Forgets the shares of workers that are gone. */
export async function clearOldShares(ctx: Ctx): Promise<void> {
  await ctx.db.delete(channelShares).where(lt(channelShares.until, sql`now() - interval '1 hour'`));
}

/** While the breaker is open: is it time for a call that tries whether LINE answers again? One asks at a time. */
export async function takeProbe(ctx: Ctx): Promise<boolean> {
  const [glance] = await ctx.db.select({ open: channelState.breakerOpenUntil }).from(channelState).where(one);
  if (!glance?.open) return false;
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select({
        row: channelState,
        now: sql<string>`clock_timestamp()`,
        briefly,
        open: sql<boolean>`exists (select 1 from broadcast_batches where state in ('pending', 'sending'))`,
      })
      .from(channelState)
      .where(one)
      .for("update");
    if (!row?.open || row.row.pausedAt || row.row.breakerOpenUntil === null) return false;
    const { allowed, breaker } = allow(
      {
        failures: row.row.breakerFailures,
        failingSince: row.row.breakerFailingSince,
        openUntil: row.row.breakerOpenUntil,
      },
      1,
      new Date(row.now),
    );
    if (allowed > 0) await tx.update(channelState).set({ breakerOpenUntil: breaker.openUntil }).where(one);
    return allowed > 0;
  });
}

/** A call got a 5xx or no answer. Answers whether the breaker is open now. */
export async function noteFailure(ctx: Ctx): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select({ row: channelState, now: sql<string>`clock_timestamp()`, briefly })
      .from(channelState)
      .where(one)
      .for("update");
    if (!row) return false;
    const breaker = afterFailure(
      {
        failures: row.row.breakerFailures,
        failingSince: row.row.breakerFailingSince,
        openUntil: row.row.breakerOpenUntil,
      },
      new Date(row.now),
    );
    await tx
      .update(channelState)
      .set({
        breakerFailures: breaker.failures,
        breakerFailingSince: breaker.failingSince,
        breakerOpenUntil: breaker.openUntil,
      })
      .where(one);
    if (breaker.openUntil !== null && row.row.breakerOpenUntil === null)
      log.warn({ event: "channel.breaker-open", failures: breaker.failures });
    return breaker.openUntil !== null;
  });
}

/** LINE answered: the breaker closes. Costs nothing while it is closed anyway. */
export async function noteAnswer(ctx: Ctx): Promise<void> {
  await ctx.db
    .update(channelState)
    .set({ breakerFailures: 0, breakerFailingSince: null, breakerOpenUntil: null })
    .where(
      sql`${one} and (${channelState.breakerFailures} > 0 or ${channelState.breakerOpenUntil} is not null)`,
    );
}

/** Half the rate for a while. */
export async function slowDown(ctx: Ctx): Promise<void> {
  await ctx.db
    .update(channelState)
    .set({ slowUntil: sql`clock_timestamp() + make_interval(secs => ${SLOW_MS / 1000})` })
    .where(one);
}

/** LINE refuses the channel itself: nothing goes out until a person says so. */
export async function pauseChannel(ctx: Ctx, reason: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const paused = await tx
      .update(channelState)
      .set({ pausedReason: reason, pausedAt: sql`now()` })
      .where(sql`${one} and ${channelState.pausedAt} is null`)
      .returning({ id: channelState.id });
    if (paused.length === 0) return;
    log.error({ event: "channel.paused", reason });
    await audited(within(ctx, tx), "channel.pause", ["pausedReason"]);
  });
}

/** The database is older than it was when it last sent: what it believes unsent may have been sent. Until a person arms it. */
export async function disarmChannel(ctx: Ctx): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await tx.update(channelState).set({ armToken: null, armedAt: null }).where(one);
    await audited(within(ctx, tx), "channel.disarm", ["armToken"]);
  });
}

/** A person, or the demo for the database it has just made, says that this database is the one that sends. */
export async function armDatabase(ctx: Ctx, file: ArmFile): Promise<void> {
  await ensureChannel(ctx);
  await ctx.db.transaction(async (tx) => {
    const { systemIdentifier, databaseOid } = await getDatabaseSigns(within(ctx, tx));
    const token = newToken();
    const armFileMark = file.write({ token, systemIdentifier, databaseOid });
    await tx
      .update(channelState)
      .set({
        armToken: token,
        systemIdentifier,
        databaseOid,
        armFileMark,
        armedAt: sql`now()`,
        armedBy: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
      })
      .where(one);
    await audited(within(ctx, tx), "channel.arm", ["armToken"]);
  });
}

export const armChannel =
  (file: () => ArmFile) =>
  async (ctx: Ctx<StaffActor>): Promise<Result<null, "no-file">> => {
    assertCan(ctx.actor, "channel.manage");
    try {
      await armDatabase(ctx, file());
      return ok(null);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (!["EACCES", "EROFS", "ENOSPC", "EPERM", "ENOTDIR", "EISDIR"].includes(code)) throw error;
      log.error({ event: "channel.arm-file", ...errorFields(error) });
      return refused("no-file", DELIVERY_MESSAGES["no-file"]);
    }
  };

/**
 * Whoever sets the channel right says nothing about what lay still meanwhile: each such broadcast waits for who answers
 * for its words, and none of them, by its age or the hour, keeps the channel from an emergency.
 */
export async function resumeChannel(ctx: Ctx<StaffActor>): Promise<Result<null, "not-paused">> {
  assertCan(ctx.actor, "channel.manage");
  return ctx.db.transaction(async (tx) => {
    const resumed = await tx
      .update(channelState)
      .set({
        pausedReason: null,
        pausedAt: null,
        breakerFailures: 0,
        breakerFailingSince: null,
        breakerOpenUntil: null,
      })
      .where(sql`${one} and ${channelState.pausedAt} is not null`)
      .returning({ id: channelState.id });
    if (resumed.length === 0) return refused("not-paused", DELIVERY_MESSAGES["not-paused"]);
    await pauseStalled(within(ctx, tx));
    await audited(within(ctx, tx), "channel.resume", ["pausedReason"]);
    return ok(null);
  });
}
