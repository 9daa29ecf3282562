import { and, asc, eq, inArray, lt, not, notInArray, sql } from "drizzle-orm";
import { conversations, inboxLeases, lineEvents } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { assertCan } from "@/lib/auth/permission";
import { close } from "@/lib/conversations/outcome";
import { progressOf } from "@/lib/conversations/progress";
import { type Bot, type ClosedState, DRAFT_LIFE_MS, type Draft, type Talk } from "@/lib/conversations/talk";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { hours } from "@/lib/core/time";
import { discardPhotos } from "@/lib/photos/commands";
import { canDismiss, type DismissalReason } from "./dismissal";
import { PARKED_MESSAGES } from "./messages";
import { countParkedEvents } from "./queries";

/**
 * Takes residents who have events waiting, one worker each. A lease that ran out may be taken over: its former holder
 * can complete nothing any more (`holdsLane`). A lane whose row is locked is being worked this moment: it is passed by.
 */
export async function claimLanes(
  ctx: Ctx,
  input: { owner: string; leaseMs: number; limit: number },
): Promise<string[]> {
  const rows = await ctx.db.execute<{ lane: string }>(sql`
    with waiting as (
      select coalesce(e.line_user_id, '') as lane, e.occurred_at
      from line_events e
      where e.state = 'pending' and e.next_attempt_at <= now()
        and not exists (
          select 1 from inbox_leases l where l.line_user_id = coalesce(e.line_user_id, '') and l.lease_until > now()
        )
      order by e.occurred_at, e.webhook_event_id
      limit ${input.limit * 20}
    ), lanes as (
      select lane, min(occurred_at) as first from waiting group by lane
    ), lapsed as (
      select l.line_user_id as lane from inbox_leases l
      where l.line_user_id in (select lane from lanes) and l.lease_until <= now()
      order by l.line_user_id for update skip locked
    ), free as (
      select lane from lanes
      where lane in (select lane from lapsed)
        or not exists (select 1 from inbox_leases l where l.line_user_id = lanes.lane)
      order by first limit ${input.limit}
    )
    insert into inbox_leases as l (line_user_id, owner, lease_until)
    select lane, ${input.owner}, now() + make_interval(secs => ${input.leaseMs / 1000}) from free order by lane
    on conflict (line_user_id) do update set owner = excluded.owner, lease_until = excluded.lease_until
      where l.lease_until <= now()
    returning l.line_user_id as lane`);
  return rows.rows.map((r) => r.lane);
}

/**
 * Keeps leases alive while their holder works. A row that is locked is left alone: an event of it is in a transaction
 * that extends it itself, and waiting for several rows at once is how two workers lock each other out.
 */
export async function extendLanes(
  ctx: Ctx,
  input: { owner: string; lanes: string[]; leaseMs: number },
): Promise<void> {
  if (input.lanes.length === 0) return;
  const free = ctx.db
    .select({ lane: inboxLeases.lineUserId })
    .from(inboxLeases)
    .where(and(inArray(inboxLeases.lineUserId, input.lanes), eq(inboxLeases.owner, input.owner)))
    .for("update", { skipLocked: true });
  await ctx.db
    .update(inboxLeases)
    .set({ leaseUntil: sql`now() + make_interval(secs => ${input.leaseMs / 1000})` })
    .where(inArray(inboxLeases.lineUserId, free));
}

export async function releaseLane(ctx: Ctx, input: { owner: string; lane: string }): Promise<void> {
  await ctx.db
    .delete(inboxLeases)
    .where(and(eq(inboxLeases.lineUserId, input.lane), eq(inboxLeases.owner, input.owner)));
}

/** Inside a transaction: is the lane still this worker's? Then it is locked until the end, and its lease runs anew. */
export async function holdsLane(
  ctx: Ctx,
  input: { owner: string; lane: string; leaseMs: number },
): Promise<boolean> {
  const held = await ctx.db
    .update(inboxLeases)
    .set({ leaseUntil: sql`clock_timestamp() + make_interval(secs => ${input.leaseMs / 1000})` })
    .where(and(eq(inboxLeases.lineUserId, input.lane), eq(inboxLeases.owner, input.owner)))
    .returning({ lane: inboxLeases.lineUserId });
  return held.length > 0;
}

/** Writes down conversations as the engine computed them. Closed ones first: a resident has one open at most. */
export async function saveConversations(
  ctx: Ctx,
  input: { friendId: number; conversations: { state: ClosedState | "open"; draft: Draft }[]; bot: Bot },
): Promise<void> {
  const closedFirst = [...input.conversations].sort(
    (a, b) => Number(a.state === "open") - Number(b.state === "open"),
  );
  for (const { state, draft } of closedFirst) {
    const changing = {
      state,
      draft,
      reached: progressOf(draft, input.bot),
      lastEventAt: new Date(draft.lastAt),
      lastEventId: draft.lastEventId,
      expiresAt: new Date(draft.lastAt + DRAFT_LIFE_MS),
      updatedAt: ctx.now,
    };
    await ctx.db
      .insert(conversations)
      .values({
        id: draft.conversationId,
        friendId: input.friendId,
        scenarioKey: draft.scenarioKey,
        scenarioVersion: draft.version,
        startedAt: new Date(draft.startedAt),
        ...changing,
      })
      .onConflictDoUpdate({
        target: conversations.id,
        set: { ...changing, startedAt: new Date(draft.startedAt) },
      });
  }
}

/** The conversations a talk names, for saving. */
export const conversationsOf = (talk: Talk): { state: ClosedState | "open"; draft: Draft }[] => [
  ...(talk.last ? [{ state: talk.last.state, draft: talk.last.draft }] : []),
  ...(talk.open ? [{ state: "open" as const, draft: talk.open }] : []),
];

/** Ends open conversations. A talk that was not sent keeps nothing of what was said (lib/conversations/outcome.ts). */
async function expire(ctx: Ctx, rows: { id: string; draft: unknown; reached: string[] }[]): Promise<void> {
  for (const { id, draft, reached } of rows) {
    await ctx.db
      .update(conversations)
      .set({
        state: "expired",
        draft: close(draft as Draft, "expired").draft,
        reached,
        updatedAt: ctx.now,
      })
      .where(eq(conversations.id, id));
  }
}

/**
 * Open conversations that a replay no longer knows. Those since its beginning (`from`) turned out to be something else
 * and are not counted any more; an older one had ended by then.
 */
export async function dropConversations(
  ctx: Ctx,
  input: { friendId: number; from: Date; keep: string[] },
): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.friendId, input.friendId),
        eq(conversations.state, "open"),
        input.keep.length > 0 ? notInArray(conversations.id, input.keep) : undefined,
      ),
    )
    .for("update");
  await expire(
    ctx,
    rows.map((row) => ({ ...row, reached: row.startedAt < input.from ? row.reached : [] })),
  );
}

export async function finishEvent(ctx: Ctx, input: { id: string; state: "done" | "skipped" }): Promise<void> {
  await ctx.db
    .update(lineEvents)
    .set({ state: input.state, processedAt: ctx.now, lastError: null })
    .where(eq(lineEvents.webhookEventId, input.id));
}

/** 5 tries over about a minute and a half; then it is parked, where staff see it. */
export const MAX_EVENT_ATTEMPTS = 5;

/**
 * After a failure: tried again later, behind the others, or parked. Only while it is pending: a failure may be the lost
 * answer to a commit that was done. `error`: a short English word.
 */
export async function postponeEvent(ctx: Ctx, input: { id: string; error: string }): Promise<void> {
  await ctx.db
    .update(lineEvents)
    .set({
      attempts: sql`${lineEvents.attempts} + 1`,
      lastError: input.error.slice(0, 200),
      state: sql`case when ${lineEvents.attempts} + 1 >= ${MAX_EVENT_ATTEMPTS} then 'parked' else 'pending' end`,
      nextAttemptAt: sql`now() + make_interval(secs => power(3, ${lineEvents.attempts}))`,
    })
    .where(and(eq(lineEvents.webhookEventId, input.id), eq(lineEvents.state, "pending")));
}

const no = <R extends keyof typeof PARKED_MESSAGES>(reason: R) => refused(reason, PARKED_MESSAGES[reason]);

/** A parked event gets all its tries again, at once. The error stays until it is processed. */
const REVIVED = { state: "pending" as const, attempts: 0, nextAttemptAt: sql`now()` };

const noteRetry = (ctx: Ctx, id: string) =>
  recordAudit(ctx, {
    action: "inbox.retry",
    subjectKind: "line-event",
    subjectId: id,
    fields: ["state", "attempts"],
  });

export async function retryParkedEvent(
  ctx: Ctx<StaffActor>,
  input: { id: string },
): Promise<Result<{ id: string }, "not-parked">> {
  assertCan(ctx.actor, "inbox.retry");
  return ctx.db.transaction(async (tx) => {
    const revived = await tx
      .update(lineEvents)
      .set(REVIVED)
      .where(and(eq(lineEvents.webhookEventId, input.id), eq(lineEvents.state, "parked")))
      .returning({ id: lineEvents.webhookEventId });
    if (revived.length === 0) return no("not-parked");
    await noteRetry(within(ctx, tx), input.id);
    return ok({ id: input.id });
  });
}

/** So many in one transaction: each gets an audit entry of its own. */
const MOST_AT_ONCE = 500;

/** All parked events, or the oldest of very many; `left` tells. Two people at once share them out. */
export async function retryParkedEvents(
  ctx: Ctx<StaffActor>,
): Promise<Result<{ retried: number; left: number }, "not-parked">> {
  assertCan(ctx.actor, "inbox.retry");
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const oldest = tx
      .select({ id: lineEvents.webhookEventId })
      .from(lineEvents)
      .where(eq(lineEvents.state, "parked"))
      .orderBy(asc(lineEvents.receivedAt))
      .limit(MOST_AT_ONCE)
      .for("update", { skipLocked: true });
    const revived = await tx
      .update(lineEvents)
      .set(REVIVED)
      .where(inArray(lineEvents.webhookEventId, oldest))
      .returning({ id: lineEvents.webhookEventId });
    if (revived.length === 0) return no("not-parked");
    for (const { id } of revived) await noteRetry(inside, id);
    return ok({ retried: revived.length, left: await countParkedEvents(inside) });
  });
}

/** Leaves a parked event unprocessed for good; it is cleared away with the others of its age. */
export async function dismissParkedEvent(
  ctx: Ctx<StaffActor>,
  input: { id: string; reason: DismissalReason },
): Promise<Result<{ id: string }, "not-parked" | "must-process">> {
  assertCan(ctx.actor, "inbox.retry");
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select({ type: lineEvents.type, state: lineEvents.state })
      .from(lineEvents)
      .where(eq(lineEvents.webhookEventId, input.id))
      .for("update");
    if (row?.state !== "parked") return no("not-parked");
    if (!canDismiss(row.type)) return no("must-process");
    await tx
      .update(lineEvents)
      .set({ state: "skipped", processedAt: ctx.now })
      .where(eq(lineEvents.webhookEventId, input.id));
    await recordAudit(within(ctx, tx), {
      action: "inbox.dismiss",
      subjectKind: "line-event",
      subjectId: input.id,
      fields: ["state", input.reason],
    });
    return ok({ id: input.id });
  });
}

/**
 * The resident took a message back: what was kept of its words goes too (LINE asks for it: Unsend event). The event
 * itself stays, with what `reading` finds in it for a replay. Answers the ids of the events.
 */
export async function eraseMessage(
  ctx: Ctx,
  input: { lineUserId: string; messageId: string; reading: (event: unknown) => object },
): Promise<string[]> {
  const ids: string[] = [];
  const rows = await ctx.db
    .select({ id: lineEvents.webhookEventId, payload: lineEvents.payload })
    .from(lineEvents)
    .where(
      and(
        eq(lineEvents.lineUserId, input.lineUserId),
        eq(lineEvents.type, "message"),
        sql`position(${JSON.stringify(input.messageId)} in ${lineEvents.payload}) > 0`,
      ),
    );
  for (const row of rows) {
    const event = JSON.parse(row.payload) as { message?: { id?: unknown; type?: unknown } };
    if (event.message?.id !== input.messageId) continue;
    event.message = { id: event.message.id, type: event.message.type, ...input.reading(event) };
    await ctx.db
      .update(lineEvents)
      .set({ payload: JSON.stringify(event) })
      .where(eq(lineEvents.webhookEventId, row.id));
    ids.push(row.id);
  }
  return ids;
}

/** An event that nobody has worked yet, in time for the draft: it will answer it, however late that is done. */
const isAwaited = sql`exists (
  select 1 from line_events e join friends f on f.line_user_id = e.line_user_id
  where f.id = ${conversations.friendId} and e.state in ('pending', 'parked')
    and e.occurred_at <= ${conversations.expiresAt})`;

/** Ends open drafts past their 24 hours (and an hour for stragglers), and gives up their photos. */
export async function expireDrafts(ctx: Ctx): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const rows = await tx
      .select()
      .from(conversations)
      .where(
        and(
          eq(conversations.state, "open"),
          lt(conversations.expiresAt, new Date(ctx.now.getTime() - hours(1))),
          not(isAwaited),
        ),
      )
      .limit(500)
      .for("update", { skipLocked: true });
    await expire(inside, rows);
    for (const { id } of rows) await discardPhotos(inside, { conversationId: id });
  });
}
