import { and, asc, desc, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import type { BroadcastEntryKind } from "@/db/enums";
import {
  broadcastBatches,
  broadcastEntries,
  broadcastInsights,
  broadcastSeries,
  broadcasts,
  broadcastVersions,
  friendMoves,
  staff,
  staffFriends,
} from "@/db/schema";
import { can } from "@/lib/auth/permission";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { hours } from "@/lib/core/time";
import { FOREIGN_BROADCAST } from "@/lib/segments/messages";
import { alikeKey } from "../alike";
import { contentSchema } from "../content";
import { asOfDay, type InsightFigures, readInsight } from "../insight";
import type { BroadcastRecord } from "../queries";
import { recurrenceSchema } from "../recurrence";

export type EntryLine = {
  id: number;
  at: Date;
  kind: BroadcastEntryKind;
  actor: string | null;
  version: number | null;
  reason: string | null;
};

export async function listEntries(ctx: Ctx, args: { id: string }): Promise<EntryLine[]> {
  const rows = await ctx.db
    .select({ entry: broadcastEntries, actor: staff.name })
    .from(broadcastEntries)
    .leftJoin(staff, eq(staff.id, broadcastEntries.actorId))
    .where(eq(broadcastEntries.broadcastId, args.id))
    .orderBy(desc(broadcastEntries.id))
    .limit(100);
  return rows.map(({ entry, actor }) => ({
    id: entry.id,
    at: entry.at,
    kind: entry.kind,
    actor,
    version: entry.version,
    reason: entry.reason,
  }));
}

/** Staff who bound their LINE account: the only ones a test can reach. */
export const listTesters = (ctx: Ctx): Promise<{ id: number; name: string }[]> =>
  ctx.db
    .selectDistinct({ id: staff.id, name: staff.name })
    .from(staffFriends)
    .innerJoin(staff, eq(staff.id, staffFriends.staffId))
    .where(isNull(staff.disabledAt))
    .orderBy(asc(staff.name));

export const listNames = async (ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.name]));
};

const WENT_OUT = ["scheduled", "held", "sending", "paused", "sent", "partly_failed", "stopped"] as const;

export type Alike = { id: string; title: string; at: Date };

/** Broadcasts of the last 24 hours that say the same to the same people. */
export async function listAlike(ctx: Ctx<StaffActor>, args: { row: BroadcastRecord }): Promise<Alike[]> {
  const since = new Date(ctx.now.getTime() - hours(24));
  const rows = await ctx.db
    .select({
      id: broadcasts.id,
      title: broadcasts.title,
      sectionId: broadcasts.sectionId,
      at: sql<Date>`coalesce(${broadcasts.releasedAt}, ${broadcasts.dueAt}, ${broadcasts.updatedAt})`.mapWith(
        broadcasts.updatedAt,
      ),
      content: broadcastVersions.content,
      rule: broadcastVersions.rule,
    })
    .from(broadcasts)
    .innerJoin(
      broadcastVersions,
      and(
        eq(broadcastVersions.broadcastId, broadcasts.id),
        eq(broadcastVersions.version, broadcasts.version),
      ),
    )
    .where(
      and(
        ne(broadcasts.id, args.row.id),
        eq(broadcasts.kind, args.row.kind),
        inArray(broadcasts.state, [...WENT_OUT]),
        gt(sql`coalesce(${broadcasts.releasedAt}, ${broadcasts.dueAt}, ${broadcasts.updatedAt})`, since),
      ),
    )
    .limit(200);
  const key = alikeKey(args.row);
  return rows
    .filter((row) => alikeKey({ content: contentSchema.parse(row.content), rule: row.rule }) === key)
    .map(({ id, title, sectionId, at }) => ({
      id,
      // That somebody else says it too has to be known; what it is called is theirs.
      title: can(ctx.actor, "broadcast.view", { sectionId }).ok ? title : FOREIGN_BROADCAST,
      at,
    }));
}

/** How many the last broadcast of the same kind and section reached: what 「前回」 means. */
export async function findPreviousCount(ctx: Ctx, args: { row: BroadcastRecord }): Promise<number | null> {
  const [row] = await ctx.db
    .select({ n: broadcasts.countAtFreeze })
    .from(broadcasts)
    .where(
      and(
        ne(broadcasts.id, args.row.id),
        eq(broadcasts.kind, args.row.kind),
        args.row.sectionId === null
          ? isNull(broadcasts.sectionId)
          : eq(broadcasts.sectionId, args.row.sectionId),
        isNull(broadcasts.correctsId),
        inArray(broadcasts.state, ["sent", "partly_failed", "stopped"]),
      ),
    )
    .orderBy(desc(broadcasts.releasedAt))
    .limit(1);
  return row?.n ?? null;
}

export const listCorrections = (ctx: Ctx, args: { id: string }) =>
  ctx.db
    .select({
      id: broadcasts.id,
      title: broadcasts.title,
      state: broadcasts.state,
      kind: broadcasts.correctionKind,
    })
    .from(broadcasts)
    .where(eq(broadcasts.correctsId, args.id))
    .orderBy(asc(broadcasts.createdAt));

/** The series an occurrence belongs to, or a template leads. */
export async function findSeries(ctx: Ctx, args: { id: string | null }) {
  if (!args.id) return null;
  const [row] = await ctx.db.select().from(broadcastSeries).where(eq(broadcastSeries.id, args.id));
  return (
    row && {
      templateId: row.templateId,
      nextAt: row.nextAt,
      endedAt: row.endedAt,
      recurrence: recurrenceSchema.parse(row.recurrence),
    }
  );
}

export async function findInsights(
  ctx: Ctx,
  args: { id: string },
): Promise<{
  figures: InsightFigures | null;
  asOf: Date | null;
  fetchedAt: Date | null;
  isOver: boolean;
} | null> {
  const [row] = await ctx.db
    .select()
    .from(broadcastInsights)
    .where(eq(broadcastInsights.broadcastId, args.id));
  return row
    ? {
        figures: readInsight(row.figures),
        asOf: asOfDay(row.asOf),
        fetchedAt: row.fetchedAt,
        isOver: row.endedAt !== null,
      }
    : null;
}

/** Residents who blocked the account within a day of LINE's taking their message; null before it went out. */
export async function countBlocksAfter(ctx: Ctx, args: { row: BroadcastRecord }): Promise<number | null> {
  const from = args.row.firstAcceptedAt;
  if (from === null) return null;
  const until = new Date((args.row.finishedAt ?? ctx.now).getTime() + hours(24));
  const { rows } = await ctx.db.execute<{ n: string }>(sql`
    select count(distinct ${friendMoves.friendId}) as n from ${friendMoves}
    where ${friendMoves.kind} = 'block'
      and ${friendMoves.at} >= ${from.toISOString()}::timestamptz and ${friendMoves.at} < ${until.toISOString()}::timestamptz
      and exists (select 1 from ${broadcastBatches} where ${broadcastBatches.broadcastId} = ${args.row.id}
        and ${broadcastBatches.state} = 'accepted' and ${friendMoves.at} >= ${broadcastBatches.settledAt}
        and ${friendMoves.at} < ${broadcastBatches.settledAt} + interval '24 hours' and ${friendMoves.friendId} = any(${broadcastBatches.friendIds}))`);
  return Number(rows[0]?.n ?? 0);
}
