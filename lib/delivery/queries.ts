import { and, eq, sql } from "drizzle-orm";
import { broadcastBatches, broadcasts, channelState } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { ArmFile } from "./arm-gateway";
import { type ArmVerdict, judgeArming } from "./arming";
import { STALLED } from "./release/stall";
import { ALTERED, type Progress, QUOTA_SHORT, type Rendered } from "./state";
import { type ChannelTrouble, type ChannelView, troubleOf } from "./view";

/** What happened to the frozen audience, in recipients. `split` batches are their parts. */
export async function getProgress(ctx: Ctx, broadcastId: string): Promise<Progress> {
  const [row] = await ctx.db
    .select({
      firstAcceptedAt: broadcasts.firstAcceptedAt,
      counts: sql<Record<string, number>>`coalesce((select jsonb_object_agg(state, n) from (
        select state, sum(size) as n from ${broadcastBatches} where broadcast_id = ${broadcastId} group by state) s), '{}')`,
    })
    .from(broadcasts)
    .where(eq(broadcasts.id, broadcastId));
  if (!row) throw new AppError("not-found");
  const of = (state: string) => Number(row.counts[state] ?? 0);
  const [accepted, failed, unknown, skipped, pending, sending] = [
    "accepted",
    "failed",
    "unknown",
    "skipped",
    "pending",
    "sending",
  ].map(of) as [number, number, number, number, number, number];
  return {
    total: accepted + failed + unknown + skipped + pending + sending,
    accepted,
    failed,
    unknown,
    skipped,
    pending,
    sending,
    firstAcceptedAt: row.firstAcceptedAt,
  };
}

/** The messages of a broadcast by language, as frozen. */
export async function getRendered(ctx: Ctx, broadcastId: string): Promise<Rendered> {
  const [row] = await ctx.db
    .select({ rendered: broadcasts.rendered })
    .from(broadcasts)
    .where(eq(broadcasts.id, broadcastId));
  if (!row?.rendered) throw new AppError("not-found", "broadcast is not frozen");
  return row.rendered as Rendered;
}

/** Recipients that are still to be reached: what a spent quota lacks. */
export async function countOpen(ctx: Ctx, broadcastId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<string>`coalesce(sum(${broadcastBatches.size}), 0)` })
    .from(broadcastBatches)
    .where(
      and(
        eq(broadcastBatches.broadcastId, broadcastId),
        sql`${broadcastBatches.state} in ('pending', 'sending')`,
      ),
    );
  return Number(row?.n ?? 0);
}

/** How this database is told from every other, and how far it has come. */
export async function getDatabaseSigns(
  ctx: Ctx,
): Promise<{ systemIdentifier: string; databaseOid: string; lastEntry: number }> {
  const { rows } = await ctx.db.execute<{ system: string; oid: string; entry: string }>(sql`select
    (select system_identifier::text from pg_control_system()) as system,
    (select oid::text from pg_database where datname = current_database()) as oid,
    (select coalesce(max(id), 0) from broadcast_entries) as entry`);
  const row = rows[0];
  if (!row) throw new AppError("unavailable");
  return { systemIdentifier: row.system, databaseOid: row.oid, lastEntry: Number(row.entry) };
}

export type Channel = typeof channelState.$inferSelect;

export async function findChannel(ctx: Ctx): Promise<Channel | null> {
  const [row] = await ctx.db.select().from(channelState).where(eq(channelState.id, 1));
  return row ?? null;
}

/** May this database send, and how far had it come when that was asked? */
export async function checkArming(
  ctx: Ctx,
  file: ArmFile,
): Promise<{ verdict: ArmVerdict; lastEntry: number }> {
  // Before the database is asked: what another worker notes meanwhile may be newer than what the database says here.
  const seenEntry = file.seenEntry();
  const [channel, database] = await Promise.all([findChannel(ctx), getDatabaseSigns(ctx)]);
  const held = channel?.armToken && channel.systemIdentifier && channel.databaseOid && channel.armFileMark;
  const verdict = judgeArming({
    inDatabase: held
      ? {
          token: channel.armToken ?? "",
          systemIdentifier: channel.systemIdentifier ?? "",
          databaseOid: channel.databaseOid ?? "",
          fileMark: channel.armFileMark ?? "",
        }
      : null,
    database,
    file: file.read(),
    seenEntry,
  });
  return { verdict, lastEntry: database.lastEntry };
}

/** Why nothing can go out now, if anything stands in the way. */
export async function findTrouble(ctx: Ctx, file: ArmFile): Promise<ChannelTrouble> {
  const [channel, { verdict }] = await Promise.all([findChannel(ctx), checkArming(ctx, file)]);
  return troubleOf({
    notArmed: verdict.armed ? null : verdict.why,
    pausedAt: channel?.pausedAt ?? null,
    isBreakerOpen: channel?.breakerOpenUntil != null,
  });
}

/** What is under way and what waits for a person, over all broadcasts. */
export async function countWaiting(ctx: Ctx): Promise<{
  sending: { broadcasts: number; waiting: number };
  held: ChannelView["held"];
}> {
  const { rows } = await ctx.db.execute<
    Record<"sending" | "waiting" | "paused" | "stalled" | "late" | "grown" | "short" | "altered", string>
  >(sql`select
    (select count(*) from broadcasts where state = 'sending') as sending,
    (select coalesce(sum(size), 0) from broadcast_batches where state in ('pending', 'sending')) as waiting,
    (select count(*) from broadcasts where state = 'paused' and paused_reason is distinct from ${STALLED}) as paused,
    (select count(*) from broadcasts where state = 'paused' and paused_reason = ${STALLED}) as stalled,
    (select count(*) from broadcasts where state = 'late') as late,
    (select count(*) from broadcasts where state = 'held' and held_until is null and paused_reason is null) as grown,
    (select count(*) from broadcasts where state = 'held' and paused_reason = ${QUOTA_SHORT}) as short,
    (select count(*) from broadcasts where state = 'held' and paused_reason = ${ALTERED}) as altered`);
  const of = (key: keyof (typeof rows)[number]) => Number(rows[0]?.[key] ?? 0);
  return {
    sending: { broadcasts: of("sending"), waiting: of("waiting") },
    held: {
      paused: of("paused"),
      stalled: of("stalled"),
      late: of("late"),
      grown: of("grown"),
      short: of("short"),
      altered: of("altered"),
    },
  };
}

/** A broadcast's state and numbers, for who may see its section. */
export async function findLive(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({
      state: broadcasts.state,
      sectionId: broadcasts.sectionId,
      heldUntil: broadcasts.heldUntil,
      pausedReason: broadcasts.pausedReason,
    })
    .from(broadcasts)
    .where(eq(broadcasts.id, id));
  return row ?? null;
}
