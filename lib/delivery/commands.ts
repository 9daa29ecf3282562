import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { broadcasts } from "@/db/schema";
import { assertCan } from "@/lib/auth/permission";
import { quotaShortage } from "@/lib/broadcasts/messages";
import { getVersion } from "@/lib/broadcasts/queries";
import { isQuietAt } from "@/lib/broadcasts/quiet";
import { getForecast } from "@/lib/broadcasts/quota/queries";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { ok, type Result, refused } from "@/lib/core/result";
import { auditBroadcast, beginSending, enter, thaw } from "./freeze/commands";
import { DELIVERY_MESSAGES, deedRefused } from "./messages";
import { countOpen, getProgress } from "./queries";
import { RESUME_MESSAGES } from "./release/messages";
import { findLastProgress } from "./release/queries";
import { checkResume } from "./release/stall";
import {
  ALTERED,
  canDo,
  checkLateRelease,
  checkWait,
  type Deed,
  type DeedRefusal,
  deriveState,
  LATE_MS,
  QUOTA_SHORT,
} from "./state";

type Row = typeof broadcasts.$inferSelect;
type Input = { id: string; reason?: string | undefined };

type Refused = { ok: false; reason: DeedRefusal; message?: string };

/** One person's deed on one broadcast: lock, permission in its section, state, change, entry, audit. */
async function perform(
  ctx: Ctx<StaffActor>,
  deed: Deed,
  input: Input,
  change: (inside: Ctx<StaffActor>, row: Row) => Promise<Refused | null>,
): Promise<Result<{ id: string }, DeedRefusal>> {
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(broadcasts).where(eq(broadcasts.id, input.id)).for("update");
    if (!row) throw new AppError("not-found");
    assertCan(ctx.actor, deed === "release" ? "broadcast.approve" : "broadcast.control", {
      sectionId: row.sectionId,
    });
    const verdict = canDo(deed, {
      kind: row.kind,
      state: row.state,
      releasesItself: row.state === "held" && row.heldUntil !== null,
      isOwn: row.authorId === ctx.actor.staffId || row.writerIds.includes(ctx.actor.staffId),
    });
    if (!verdict.ok)
      return refused(
        verdict.reason,
        verdict.reason === "own" ? DELIVERY_MESSAGES.own : deedRefused(deed, row.state),
      );
    return (await change(within(ctx, tx), row)) ?? ok({ id: row.id });
  });
}

const noted = async (
  ctx: Ctx,
  row: Row,
  entry: "undone" | "paused" | "resumed" | "stopped",
  action: string,
  reason?: string,
): Promise<null> => {
  await enter(ctx, row.id, entry, { version: row.version, ...(reason ? { reason } : {}) });
  await auditBroadcast(ctx, row.id, action, ["state"]);
  return null;
};

/** At once, without the rest of its hold; what was late is frozen anew first, with the hold that follows. */
export const releaseNow = (ctx: Ctx<StaffActor>, input: Input) =>
  perform(ctx, "release", input, async (inside, row) =>
    row.state === "held" ? releaseHeld(inside, row) : releaseLate(inside, row, input.reason ?? ""),
  );

/** Never what is not as it was approved, and never in part: the month's quota is looked at again. */
async function releaseHeld(ctx: Ctx, row: Row): Promise<Refused | null> {
  if (row.pausedReason === ALTERED) return refused("altered", DELIVERY_MESSAGES.altered);
  if (row.pausedReason === QUOTA_SHORT) {
    const { id, kind } = row;
    const count = row.countAtFreeze ?? 0;
    const forecast = await getForecast(ctx, { id, kind, beside: "frozen", count, due: null });
    if (forecast.kind === "short") return refused("quota", quotaShortage(forecast.short, forecast.left));
  }
  if (row.heldUntil !== null || ctx.now.getTime() - (row.frozenAt?.getTime() ?? 0) < LATE_MS) {
    await beginSending(ctx, row.id, row.version);
    return null;
  }
  // It waited for a person, and long: who is meant and who asked us to stop may have changed, and the hour has.
  const problem = checkWait(await waitOf(ctx, row, row.frozenAt), {
    isNight: isQuietAt(ctx.now),
    now: ctx.now,
  });
  if (problem) return refused(problem, DELIVERY_MESSAGES[problem]);
  await ctx.db
    .update(broadcasts)
    .set({ countAtApproval: row.countAtFreeze })
    .where(eq(broadcasts.id, row.id));
  await thaw(ctx, row.id, "scheduled");
  await enter(ctx, row.id, "scheduled", { version: row.version });
  await auditBroadcast(ctx, row.id, "broadcast.schedule", ["state", "dueAt", "countAtApproval"]);
  return null;
}

const waitOf = async (ctx: Ctx, row: Row, since: Date | null) => {
  const plan = row.version === null ? null : await getVersion(ctx, { id: row.id, version: row.version });
  return { kind: row.kind, since, mayRingAtNight: Boolean(plan?.schedule.quietReason) };
};

/** Its time passed unseen: a person says why it still goes out, and it is frozen as anything that is due now. */
async function releaseLate(ctx: Ctx, row: Row, reason: string): Promise<Refused | null> {
  const problem = checkLateRelease(await waitOf(ctx, row, row.dueAt), {
    reason,
    isNight: isQuietAt(ctx.now),
    now: ctx.now,
  });
  if (problem) return refused(problem, DELIVERY_MESSAGES[problem]);
  await thaw(ctx, row.id, "scheduled");
  await enter(ctx, row.id, "scheduled", {
    version: row.version,
    reason,
    detail: { lateSince: row.dueAt?.toISOString() ?? null },
  });
  await auditBroadcast(ctx, row.id, "broadcast.schedule", ["state", "dueAt"]);
  return null;
}

/**
 * Before anybody was written to: the frozen audience is forgotten, and it is approved as before. An emergency that one
 * person sent alone was approved by nobody: it is a draft again.
 */
export const undo = (ctx: Ctx<StaffActor>, input: Input) =>
  perform(ctx, "undo", input, async (inside, row) => {
    await thaw(inside, row.id, row.approvalOwed ? "draft" : "approved");
    return noted(inside, row, "undone", "broadcast.undo", input.reason);
  });

/** At the batch boundary: calls that are under way end as they end. */
export const pauseBroadcast = (ctx: Ctx<StaffActor>, input: Input) =>
  perform(ctx, "pause", input, async (inside, row) => {
    await setState(inside, row.id, "paused", "by-person");
    return noted(inside, row, "paused", "broadcast.pause", input.reason);
  });

/** Its words are known to be wrong: somebody sets them right, or is about to. Making a correction locks this row too. */
async function isCorrected(ctx: Ctx, id: string): Promise<boolean> {
  const [correction] = await ctx.db
    .select({ id: broadcasts.id })
    .from(broadcasts)
    .where(and(eq(broadcasts.correctsId, id), ne(broadcasts.state, "cancelled")))
    .limit(1);
  return correction !== undefined;
}

/** The rest of it. After a long stop, age and hour are asked as of anything that waited. */
export const resumeBroadcast = (ctx: Ctx<StaffActor>, input: Input) =>
  perform(ctx, "resume", input, async (inside, row) => {
    if (await isCorrected(inside, row.id)) return refused("corrected", DELIVERY_MESSAGES.corrected);
    const progressAt = await findLastProgress(inside, row.id);
    const wait = await waitOf(inside, row, row.dueAt);
    const problem = checkResume(
      { ...wait, progressAt, pausedReason: row.pausedReason },
      { isNight: isQuietAt(ctx.now), now: ctx.now },
    );
    if (problem) return refused(problem, RESUME_MESSAGES[problem]);
    await setState(inside, row.id, "sending", null);
    return noted(inside, row, "resumed", "broadcast.resume");
  });

/** For good: what was not begun is skipped; what is in doubt is still asked about, so that the numbers are true. */
export const stopBroadcast = (ctx: Ctx<StaffActor>, input: Input) =>
  perform(ctx, "stop", input, async (inside, row) => {
    await setState(inside, row.id, "stopped", null);
    await skipUntouched(inside, row.id);
    return noted(inside, row, "stopped", "broadcast.stop", input.reason);
  });

const setState = (ctx: Ctx, id: string, state: Row["state"], pausedReason: string | null) =>
  ctx.db.update(broadcasts).set({ state, pausedReason, updatedAt: sql`now()` }).where(eq(broadcasts.id, id));

const skipUntouched = (ctx: Ctx, id: string) =>
  ctx.db.execute(sql`
    update broadcast_batches set state = 'skipped', settled_at = clock_timestamp()
    where broadcast_id = ${id} and state = 'pending' and not may_have_arrived`);

/**
 * LINE refuses the messages, or the month is spent, or something stands between: this broadcast waits for a person who
 * reads why. The same wording fails for all, so what was not begun of it fails with it. False: it waits or ended already.
 */
export async function haltBroadcast(
  ctx: Ctx,
  input: { broadcastId: string; reason: string; refusedSpoken: number | null; quotaLeft: number | null },
): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const [row] = await tx
      .select()
      .from(broadcasts)
      .where(eq(broadcasts.id, input.broadcastId))
      .for("update");
    if (!row) return false;
    if (input.refusedSpoken !== null)
      await tx.execute(sql`
        update broadcast_batches set state = 'failed', settled_at = clock_timestamp(), last_error = ${input.reason}
        where broadcast_id = ${row.id} and spoken = ${input.refusedSpoken} and state = 'pending' and not may_have_arrived`);
    if (row.state !== "sending") return false;
    await setState(inside, row.id, "paused", input.reason);
    const open = await countOpen(inside, row.id);
    const detail =
      input.quotaLeft === null
        ? { open }
        : { open, left: input.quotaLeft, short: Math.max(0, open - input.quotaLeft) };
    await enter(inside, row.id, "paused", { version: row.version, reason: input.reason, detail });
    await auditBroadcast(inside, row.id, "broadcast.pause", ["state", "pausedReason"]);
    log.error({ event: "broadcast.halted", id: row.id, reason: input.reason });
    return true;
  });
}

/** Ends what has nothing open any more; its last state follows from its batches. Answers how many ended. */
export async function finishBroadcasts(ctx: Ctx): Promise<number> {
  const open = sql`exists (select 1 from broadcast_batches b where b.broadcast_id = ${broadcasts.id}
    and (b.state = 'sending' or b.state = 'pending' and (${broadcasts.state} = 'sending' or b.may_have_arrived)))`;
  const done = await ctx.db
    .select({ id: broadcasts.id })
    .from(broadcasts)
    .where(
      and(
        or(
          eq(broadcasts.state, "sending"),
          and(eq(broadcasts.state, "stopped"), isNull(broadcasts.finishedAt)),
        ),
        sql`not ${open}`,
      ),
    )
    .limit(20);
  let ended = 0;
  for (const { id } of done) ended += (await finish(ctx, id)) ? 1 : 0;
  return ended;
}

async function finish(ctx: Ctx, id: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const [row] = await tx
      .select()
      .from(broadcasts)
      .where(
        and(
          eq(broadcasts.id, id),
          inArray(broadcasts.state, ["sending", "stopped"]),
          isNull(broadcasts.finishedAt),
        ),
      )
      .for("update");
    if (!row) return false;
    // Refused for good after the stop: surely with nobody, and not to be tried again.
    if (row.state === "stopped") await skipUntouched(inside, id);
    const progress = await getProgress(inside, id);
    const state = deriveState(progress, row.state === "stopped");
    if (state === null) return false;
    await tx
      .update(broadcasts)
      .set({ state, finishedAt: sql`clock_timestamp()`, updatedAt: sql`now()` })
      .where(eq(broadcasts.id, id));
    const { firstAcceptedAt: _at, ...detail } = progress;
    await enter(inside, id, "finished", { version: row.version, detail });
    await auditBroadcast(inside, id, "broadcast.finish", ["state", "finishedAt"]);
    return true;
  });
}
