import { and, eq, lte, or, sql } from "drizzle-orm";
import type { BroadcastKind } from "@/db/enums";
import { broadcastEntries, broadcastInsights, broadcasts, broadcastVersions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { versionHash } from "@/lib/broadcasts/fingerprint";
import { getForecast } from "@/lib/broadcasts/quota/queries";
import { UNDECIDED, UNFROZEN } from "@/lib/broadcasts/status";
import { type Ctx, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { listNamedRules } from "@/lib/segments/queries";
import { frozenRuleSchema, type Rule } from "@/lib/segments/rule";
import { audienceSelect, mayReceive, roomForHistory } from "@/lib/segments/sql";
import { ALTERED, HOLD_MS, LATE_MS, QUOTA_SHORT, type Rendered } from "../state";
import { unitOf } from "../unit";
import { correctedBy, isGrown } from "./corrected";

/** LINE takes so many recipients a multicast. */
export const BATCH_SIZE = 500;

/** Draws the approved content in every language; the composer's own code, given to the worker. */
export type Render = (
  ctx: Ctx,
  broadcast: { broadcastId: string; kind: BroadcastKind; content: unknown },
) => Promise<Rendered>;

export const enter = (
  ctx: Ctx,
  broadcastId: string,
  kind: typeof broadcastEntries.$inferInsert.kind,
  more: { version?: number | null; reason?: string; detail?: unknown } = {},
): Promise<unknown> =>
  ctx.db.insert(broadcastEntries).values({
    broadcastId,
    kind,
    actorId: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
    at: sql`clock_timestamp()`,
    ...more,
  });

export const auditBroadcast = (ctx: Ctx, broadcastId: string, action: string, fields: string[]) =>
  recordAudit(ctx, { action, subjectKind: "broadcast", subjectId: broadcastId, fields });

const isLate = (at: typeof broadcasts.dueAt | typeof broadcasts.heldUntil) =>
  sql<boolean>`${at} < now() - make_interval(secs => ${LATE_MS / 1000})`;

/**
 * The audience as batches of one wording each, in one statement; answers how many recipients there are. A correction
 * goes to whom the first one may have reached, too: better somebody reads that words are set right which they never had
 * than somebody keeps the wrong ones.
 */
async function insertBatches(
  ctx: Ctx,
  input: {
    broadcastId: string;
    kind: BroadcastKind;
    rule: Rule;
    corrects: string | null;
    batchSize: number;
  },
): Promise<number> {
  const audience = audienceSelect(
    input.rule,
    await listNamedRules(ctx),
    input.kind,
    ctx.now,
    input.corrects === null ? undefined : mayReceive,
  );
  const lane = input.kind === "emergency" ? 0 : 1;
  const batchSize = sql`${input.batchSize}::int`;
  const last = sql`${input.batchSize - 1}::int`;
  await ctx.db.execute(roomForHistory);
  const { rows } = await ctx.db.execute<{ n: string }>(sql`
    with audience as (${audience}), wordings as materialized (
      select spoken, array_agg(id order by id) as ids, count(*)::int as size,
        coalesce(sum((count(*) + ${last}) / ${batchSize}) over (order by spoken rows between unbounded preceding and 1 preceding), 0)::int as before
      from audience group by spoken
    ), made as (
      insert into broadcast_batches (broadcast_id, n, spoken, friend_ids, size, retry_key, lane)
      select ${input.broadcastId}::uuid, before + part + 1, spoken, ids[part * ${batchSize} + 1 : (part + 1) * ${batchSize}],
        least(${batchSize}, size - part * ${batchSize}), gen_random_uuid(), ${lane}
      from wordings, generate_series(0, (size - 1) / ${batchSize}) as part
      returning size
    )
    select coalesce(sum(size), 0) as n from made`);
  return Number(rows[0]?.n ?? 0);
}

/**
 * Is somebody reached by it at this moment? A correction waits until that is known. What is in doubt, or in the hands of
 * a worker that died, is not waited for: that may take a day, and the correction goes to them as it is.
 */
async function isGoingOut(ctx: Ctx, broadcastId: string): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ going: boolean }>(sql`select exists (
    select 1 from broadcast_batches b join broadcasts w on w.id = b.broadcast_id
    where w.id = ${broadcastId} and (w.state = 'sending' and b.state = 'pending' and not b.may_have_arrived
      or b.state = 'sending' and b.lease_until > now())) as going`);
  return rows[0]?.going === true;
}

/**
 * One broadcast whose time has come. Found in time: rule and words are evaluated once and fixed, all in this
 * transaction, and the hold begins. Found late: it waits for a person. Several schedulers may look at once; the row's
 * lock and its state let one do it. False: another has it, it is not due any more, or it corrects
 * one that is still going out.
 */
export async function freezeBroadcast(
  ctx: Ctx,
  id: string,
  input: { render: Render; batchSize?: number },
): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    // A million recipients are sorted and aggregated here; the default spills to disk.
    await tx.execute(sql`set local work_mem = '256MB'`);
    const [due] = await tx
      .select({ row: broadcasts, late: isLate(broadcasts.dueAt) })
      .from(broadcasts)
      .where(and(eq(broadcasts.id, id), isDue))
      .for("update", { skipLocked: true });
    if (!due) return false;
    const inside = within(ctx, tx);
    const { row } = due;
    if (due.late) {
      await tx.update(broadcasts).set({ state: "late", updatedAt: sql`now()` }).where(eq(broadcasts.id, id));
      await enter(inside, id, "late", { version: row.version });
      await auditBroadcast(inside, id, "broadcast.late", ["state"]);
      log.warn({ event: "broadcast.late", id });
      return true;
    }
    if (row.correctsId && (await isGoingOut(inside, row.correctsId))) {
      // Waiting for it is not being late.
      await tx.update(broadcasts).set({ dueAt: sql`now()` }).where(eq(broadcasts.id, id));
      return false;
    }
    const [approved] = await tx
      .select()
      .from(broadcastVersions)
      .where(and(eq(broadcastVersions.broadcastId, id), eq(broadcastVersions.version, row.version ?? -1)));
    if (!approved) throw new AppError("conflict", "a scheduled broadcast has no version");
    const { kind } = approved;
    const isApproved = approved.decision === "approved" || kind === "emergency";
    if (!isApproved || kind !== row.kind || versionHash(approved) !== approved.hash) {
      await holdAltered(inside, row);
      return true;
    }
    const rendered = await input.render(inside, { broadcastId: id, kind, content: approved.content });
    const rule = frozenRuleSchema.parse(approved.rule);
    const corrects = correctedBy(row.correctsId, rule);
    const recipients = await insertBatches(inside, {
      broadcastId: id,
      kind,
      rule,
      corrects,
      batchSize: input.batchSize ?? BATCH_SIZE,
    });
    // One after the other: what is frozen at the same moment is counted too.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('line-quota'))`);
    const forecast = await getForecast(inside, {
      id,
      kind,
      beside: "frozen",
      count: recipients,
      due: null,
    });
    const short = forecast.kind === "short" ? forecast : null;
    const grown = isGrown({ corrects, countAtApproval: row.countAtApproval }, recipients);
    await tx
      .update(broadcasts)
      .set({
        state: "held",
        rendered,
        frozenAt: sql`clock_timestamp()`,
        heldUntil:
          grown || short ? null : sql`clock_timestamp() + make_interval(secs => ${HOLD_MS[kind] / 1000})`,
        pausedReason: short ? QUOTA_SHORT : null,
        countAtFreeze: recipients,
        updatedAt: sql`now()`,
      })
      .where(eq(broadcasts.id, id));
    await enter(inside, id, short ? "short" : grown ? "grown" : "held", {
      version: row.version,
      detail: {
        recipients,
        atApproval: row.countAtApproval,
        ...(short ? { left: short.left, short: short.short } : {}),
      },
    });
    if (short) log.warn({ event: "broadcast.quota-short", id, short: short.short });
    await auditBroadcast(inside, id, "broadcast.freeze", ["state", "countAtFreeze"]);
    return true;
  });
}

/**
 * What lies in the table is not what was approved: nothing of it is drawn or frozen, and it waits for a person, who can
 * only take it back.
 */
async function holdAltered(ctx: Ctx, row: { id: string; version: number | null }): Promise<void> {
  await ctx.db
    .update(broadcasts)
    .set({ state: "held", heldUntil: null, pausedReason: ALTERED, updatedAt: sql`now()` })
    .where(eq(broadcasts.id, row.id));
  await enter(ctx, row.id, "altered", { version: row.version });
  await auditBroadcast(ctx, row.id, "broadcast.altered", ["state"]);
  log.error({ event: "broadcast.altered", id: row.id, version: row.version });
}

/** From held to sending, for whoever holds the row's lock. */
export async function beginSending(ctx: Ctx, broadcastId: string, version: number | null): Promise<void> {
  await ctx.db
    .update(broadcasts)
    .set({
      state: "sending",
      releasedAt: sql`clock_timestamp()`,
      heldUntil: null,
      pausedReason: null,
      updatedAt: sql`now()`,
    })
    .where(eq(broadcasts.id, broadcastId));
  await ctx.db
    .insert(broadcastInsights)
    .values({ broadcastId, unit: unitOf(broadcastId) })
    .onConflictDoNothing();
  await enter(ctx, broadcastId, "released", { version });
  await auditBroadcast(ctx, broadcastId, "broadcast.release", ["state"]);
}

/** Takes back what was frozen; nobody has been written to. */
export async function thaw(
  ctx: Ctx,
  broadcastId: string,
  state: "draft" | "approved" | "late" | "scheduled",
): Promise<void> {
  await ctx.db.execute(sql`delete from broadcast_batches where broadcast_id = ${broadcastId}`);
  await ctx.db
    .update(broadcasts)
    .set({
      state,
      ...UNFROZEN,
      updatedAt: sql`now()`,
      ...(state === "approved" || state === "draft" ? { dueAt: null } : {}),
      ...(state === "draft" ? UNDECIDED : {}),
      ...(state === "scheduled" ? { dueAt: sql`now()` } : {}),
    })
    .where(eq(broadcasts.id, broadcastId));
}

/** One whose hold has run out; when it ran out long ago it waits for a person. False: another has it. */
export async function releaseBroadcast(ctx: Ctx, id: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [held] = await tx
      .select({ version: broadcasts.version, late: isLate(broadcasts.heldUntil) })
      .from(broadcasts)
      .where(and(eq(broadcasts.id, id), isHoldOver))
      .for("update", { skipLocked: true });
    if (!held) return false;
    const inside = within(ctx, tx);
    if (!held.late) {
      await beginSending(inside, id, held.version);
      return true;
    }
    await thaw(inside, id, "late");
    await enter(inside, id, "late", { version: held.version });
    await auditBroadcast(inside, id, "broadcast.late", ["state"]);
    return true;
  });
}

const isDue = and(eq(broadcasts.state, "scheduled"), lte(broadcasts.dueAt, sql`now()`));
const isHoldOver = and(eq(broadcasts.state, "held"), lte(broadcasts.heldUntil, sql`now()`));

/** Whose time has come, emergencies first. */
export async function listDue(ctx: Ctx): Promise<{ id: string; step: "freeze" | "release" }[]> {
  const rows = await ctx.db
    .select({ id: broadcasts.id, state: broadcasts.state })
    .from(broadcasts)
    .where(or(isDue, isHoldOver))
    .orderBy(sql`${broadcasts.kind} <> 'emergency'`, broadcasts.dueAt)
    .limit(50);
  return rows.map(({ id, state }) => ({ id, step: state === "held" ? "release" : "freeze" }));
}
