import { and, asc, desc, eq, gt, gte, inArray, ne, or, sql } from "drizzle-orm";
import { conversations, lineEvents } from "@/db/schema";
import type { ClosedState, Draft, Talk } from "@/lib/conversations/talk";
import type { Ctx } from "@/lib/core/context";
import { shortId } from "@/lib/core/log";
import { type EventKind, eventKind } from "./kind";

export type InboxEvent = typeof lineEvents.$inferSelect;

/** Ids are compared byte by byte, as lib/conversations/replay.ts does, whatever the database's collation. */
const eventId = sql`${lineEvents.webhookEventId} collate "C"`;

/** What is known of one resident's talk: the open conversation and the last one that ended. */
export async function loadTalk(ctx: Ctx, args: { friendId: number; language: string | null }): Promise<Talk> {
  const [open] = await ctx.db
    .select()
    .from(conversations)
    .where(and(eq(conversations.friendId, args.friendId), eq(conversations.state, "open")));
  const [closed] = await ctx.db
    .select()
    .from(conversations)
    .where(and(eq(conversations.friendId, args.friendId), ne(conversations.state, "open")))
    .orderBy(desc(conversations.lastEventAt), desc(conversations.startedAt))
    .limit(1);
  return {
    language: args.language,
    open: open ? (open.draft as Draft) : null,
    last: closed
      ? {
          state: closed.state as ClosedState,
          closedAt: closed.lastEventAt.getTime(),
          draft: closed.draft as Draft,
        }
      : null,
  };
}

/** Conversations of a resident that became reports, newest first. */
export async function listSubmitted(ctx: Ctx, args: { friendId: number }): Promise<Draft[]> {
  const rows = await ctx.db
    .select({ draft: conversations.draft })
    .from(conversations)
    .where(and(eq(conversations.friendId, args.friendId), eq(conversations.state, "submitted")))
    .orderBy(desc(conversations.startedAt));
  return rows.map((row) => row.draft as Draft);
}

/** Did an event newer than this one take effect already? Then this one is late and the talk has to be replayed. */
export async function isLate(ctx: Ctx, event: InboxEvent): Promise<boolean> {
  if (event.lineUserId === null) return false;
  const [newer] = await ctx.db
    .select({ id: lineEvents.webhookEventId })
    .from(lineEvents)
    .where(
      and(
        eq(lineEvents.lineUserId, event.lineUserId),
        eq(lineEvents.state, "done"),
        or(
          gt(lineEvents.occurredAt, event.occurredAt),
          and(
            eq(lineEvents.occurredAt, event.occurredAt),
            sql`${eventId} > ${event.webhookEventId} collate "C"`,
          ),
        ),
      ),
    )
    .limit(1);
  return newer !== undefined;
}

/** The first message of theirs that took effect after this event; not what they wrote in a group. */
export async function findMessageAfter(ctx: Ctx, event: InboxEvent): Promise<InboxEvent | null> {
  if (event.lineUserId === null) return null;
  const [row] = await ctx.db
    .select()
    .from(lineEvents)
    .where(
      and(
        eq(lineEvents.lineUserId, event.lineUserId),
        eq(lineEvents.type, "message"),
        eq(lineEvents.state, "done"),
        sql`(${lineEvents.occurredAt}, ${eventId}) > (${event.occurredAt.toISOString()}::timestamptz, ${event.webhookEventId}::text)`,
      ),
    )
    .orderBy(asc(lineEvents.occurredAt), asc(eventId))
    .limit(1);
  return row ?? null;
}

/** Times of the resident's events that took effect, and of `include`; oldest first. */
export async function listEventTimes(
  ctx: Ctx,
  args: { lineUserId: string; include: string },
): Promise<Date[]> {
  const rows = await ctx.db
    .select({ at: lineEvents.occurredAt })
    .from(lineEvents)
    .where(
      and(
        eq(lineEvents.lineUserId, args.lineUserId),
        or(eq(lineEvents.state, "done"), eq(lineEvents.webhookEventId, args.include)),
      ),
    )
    .orderBy(asc(lineEvents.occurredAt));
  return rows.map((r) => r.at);
}

/** The resident's events from a time on that took effect, and `include`, in the order they happened. */
export async function listEventsToReplay(
  ctx: Ctx,
  args: { lineUserId: string; from: Date; include: string },
): Promise<InboxEvent[]> {
  return ctx.db
    .select()
    .from(lineEvents)
    .where(
      and(
        eq(lineEvents.lineUserId, args.lineUserId),
        gte(lineEvents.occurredAt, args.from),
        or(eq(lineEvents.state, "done"), eq(lineEvents.webhookEventId, args.include)),
      ),
    )
    .orderBy(asc(lineEvents.occurredAt), asc(eventId));
}

/** Pending events of residents whose lease this worker holds, oldest first by LINE's clock. */
export async function listDueEvents(
  ctx: Ctx,
  args: { lanes: string[]; limit: number },
): Promise<{ id: string; lane: string }[]> {
  if (args.lanes.length === 0) return [];
  const lane = sql<string>`coalesce(${lineEvents.lineUserId}, '')`;
  return ctx.db
    .select({ id: lineEvents.webhookEventId, lane })
    .from(lineEvents)
    .where(
      and(
        eq(lineEvents.state, "pending"),
        sql`${lineEvents.nextAttemptAt} <= now()`,
        inArray(lane, args.lanes),
      ),
    )
    .orderBy(asc(lineEvents.occurredAt), asc(eventId))
    .limit(args.limit);
}

/** An event that waits for a person: without what the resident wrote. */
export type ParkedEvent = {
  id: string;
  kind: EventKind;
  receivedAt: Date;
  attempts: number;
  /** Short English word. */
  error: string | null;
  /** Enough to see whether two are of the same resident; null for an event of nobody. */
  resident: string | null;
};

/**
 * Events that failed too often, newest first. `after`: the id of the last one of the page before, whatever became of
 * that one meanwhile.
 */
export async function listParkedEvents(
  ctx: Ctx,
  args: { limit: number; after?: string | null },
): Promise<ParkedEvent[]> {
  const place = sql`(${lineEvents.receivedAt}, ${lineEvents.webhookEventId})`;
  const before = sql`(select e.received_at, e.webhook_event_id from line_events e where e.webhook_event_id = ${args.after})`;
  const rows = await ctx.db
    .select({
      id: lineEvents.webhookEventId,
      type: lineEvents.type,
      payload: lineEvents.payload,
      receivedAt: lineEvents.receivedAt,
      attempts: lineEvents.attempts,
      error: lineEvents.lastError,
      lineUserId: lineEvents.lineUserId,
    })
    .from(lineEvents)
    .where(and(eq(lineEvents.state, "parked"), args.after ? sql`${place} < ${before}` : undefined))
    .orderBy(desc(lineEvents.receivedAt), desc(lineEvents.webhookEventId))
    .limit(args.limit);
  return rows.map(({ type, payload, lineUserId, ...row }) => ({
    ...row,
    kind: eventKind(type, payload),
    resident: lineUserId && shortId(lineUserId),
  }));
}

export const countParkedEvents = (ctx: Ctx): Promise<number> =>
  ctx.db.$count(lineEvents, eq(lineEvents.state, "parked"));
