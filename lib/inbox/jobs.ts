import { eq } from "drizzle-orm";
import type { Db } from "@/db";
import { lineEvents } from "@/db/schema";
import type { AreaFinder } from "@/lib/areas/queries";
import type { BotTools } from "@/lib/chatbot/jobs";
import type { LineMessage } from "@/lib/conversations/message";
import { type Locate, normalise } from "@/lib/conversations/normalise";
import { lateReply, replay, replayStart } from "@/lib/conversations/replay";
import { openQuestion, step } from "@/lib/conversations/step";
import {
  type Bot,
  type Effect,
  emptyTalk,
  REPORT_NUMBER,
  type Talk,
  type TalkEvent,
} from "@/lib/conversations/talk";
import { type Ctx, systemContext, within } from "@/lib/core/context";
import { errorFields, log, shortId } from "@/lib/core/log";
import {
  countAsFollowing,
  ensureFriend,
  type Friend,
  noteMeeting,
  noteMove,
  setFriendLanguage,
  setFriendState,
} from "@/lib/friends/commands";
import { writtenLanguage } from "@/lib/friends/language";
import { isKnown } from "@/lib/friends/queries";
import { enqueueReply, type OutboxRow } from "@/lib/outbox/commands";
import { discardPhotos, requestPhoto } from "@/lib/photos/commands";
import { beforeReport } from "@/lib/preferences/answer";
import { answerOperation, greetNewFriend, type PreferenceTools } from "@/lib/preferences/jobs";
import { type Operation, readOperation } from "@/lib/preferences/operation";
import { submitReport, submittedLines } from "@/lib/reports/submit/commands";
import { withdrawReport } from "@/lib/reports/withdraw/commands";
import { languageOf } from "@/lib/scenarios/language";
import { answerAsked, answerBotTap, type BotTapEvent, isBotTap, settleLate } from "./chat/jobs";
import {
  conversationsOf,
  dropConversations,
  finishEvent,
  holdsLane,
  postponeEvent,
  saveConversations,
} from "./commands";
import { isOwnMessage } from "./kind";
import {
  findMessageAfter,
  type InboxEvent,
  isLate,
  listEventsToReplay,
  listEventTimes,
  loadTalk,
} from "./queries";
import { takeBackMessage } from "./unsend-jobs";

export type Content = {
  bot: Bot;
  locate: Locate;
  findArea: AreaFinder;
  preferences: PreferenceTools;
  chat: BotTools;
};

/** What the worker brings to every event. */
export type InboxTools = {
  owner: string;
  leaseMs: number;
  /** Scenarios, city and 受信設定 as they are now, and where places lie; may be a few seconds old. */
  content: () => Promise<Content>;
  /** BCP 47 language of a resident we have not met; null when LINE does not tell. */
  language: (lineUserId: string) => Promise<string | null>;
};

/** What one event left behind after its commit. */
export type Aftermath = {
  reply: OutboxRow | null;
  photosWanted: boolean;
  /** Photos were given up: their files are to be removed. */
  photosGone: boolean;
  /** What open consoles are told: a report's id, or a line of lib/reports/event.ts. */
  changedReports: string[];
};

export type Outcome = { replies: LineMessage[]; effects: Effect[]; reportOf: string | null };

const readTalk = (ctx: Ctx, friend: Friend): Promise<Talk> =>
  loadTalk(ctx, { friendId: friend.id, language: writtenLanguage(friend) });

/** The event in the order it came: one step from where the talk stands. */
async function takeStep(ctx: Ctx, friend: Friend, event: TalkEvent, content: Content): Promise<Outcome> {
  const result = step(await readTalk(ctx, friend), event, content.bot);
  await saveConversations(ctx, {
    friendId: friend.id,
    conversations: conversationsOf(result.talk),
    bot: content.bot,
  });
  const asked = result.effects.find((effect) => effect.kind === "ask-bot");
  return asked
    ? { ...result, replies: await answerAsked(ctx, content, { friend, question: asked.question }) }
    : result;
}

const eventsOf = (rows: readonly InboxEvent[], locate: Locate): TalkEvent[] =>
  rows.map((row) => normalise(JSON.parse(row.payload), locate)).filter((event) => event !== null);

/** A late event: the talk as it would be had everything come in order (RELIABILITY R8). */
async function replayTalk(
  ctx: Ctx,
  friend: Friend,
  row: InboxEvent,
  event: TalkEvent,
  content: Content,
): Promise<Outcome> {
  const { bot, locate } = content;
  const who = { lineUserId: friend.lineUserId, include: row.webhookEventId };
  const times = await listEventTimes(ctx, who);
  const from = new Date(
    replayStart(
      times.map((t) => t.getTime()),
      event.at,
    ),
  );
  const rows = await listEventsToReplay(ctx, { ...who, from });
  const all = eventsOf(rows, locate);
  const events = all.filter((e) => readOperation(e) === null && !isBotTap(e));
  const before = await readTalk(ctx, friend);
  const result = replay(emptyTalk(before.language), events, bot);
  const conversations = Object.values(result.conversations);
  const keep = conversations.map((c) => c.draft.conversationId);
  await dropConversations(ctx, { friendId: friend.id, from, keep });
  await saveConversations(ctx, { friendId: friend.id, conversations, bot });
  log.info({ event: "inbox.replayed", user: shortId(friend.lineUserId), events: events.length });
  const late = lateReply(before, result.talk, event, bot);
  const answer = await settleLate(ctx, content, { friend, late: event, texts: result.texts, all });
  const replies =
    answer === null
      ? late.replies
      : beforeReport(answer, openQuestion(result.talk, bot), languageOf(result.talk.language));
  return { ...late, replies, effects: result.effects };
}

/**
 * A tap or words for 受信設定: settled by its own time, whatever came before or after, so the talk is neither moved nor
 * replayed. A report that is open is asked on.
 */
async function takeOperation(
  ctx: Ctx,
  friend: Friend,
  operation: Operation,
  event: TalkEvent,
  { bot, preferences }: Content,
): Promise<Outcome> {
  const at = new Date(event.at);
  const answer = await answerOperation(ctx, preferences, { friendId: friend.id, operation, at });
  const talk = await readTalk(ctx, await ensureFriend(ctx, friend.lineUserId));
  return {
    replies: beforeReport(answer, openQuestion(talk, bot), languageOf(talk.language)),
    effects: [],
    reportOf: null,
  };
}

/** A button of the bot: as with 受信設定, the talk is neither moved nor replayed. */
async function takeBotTap(
  ctx: Ctx,
  friend: Friend,
  row: InboxEvent,
  event: BotTapEvent,
  { bot, chat, locate }: Content,
): Promise<Outcome> {
  const { lineUserId } = friend;
  const later = async (): Promise<BotTapEvent[]> => {
    if (!(await isLate(ctx, row))) return [];
    const from = row.occurredAt;
    const rows = await listEventsToReplay(ctx, { lineUserId, from, include: row.webhookEventId });
    return eventsOf(rows, locate).filter(isBotTap);
  };
  const answer = await answerBotTap(ctx, { bot, chat }, { friend, event, later });
  const talk = await readTalk(ctx, friend);
  const replies = beforeReport(answer, openQuestion(talk, bot), languageOf(talk.language));
  return { replies, effects: [], reportOf: null };
}

/** A new friend is asked for their settings instead of being greeted only, unless a report is open. */
async function welcomed(
  ctx: Ctx,
  friend: Friend,
  event: TalkEvent,
  outcome: Outcome,
  { bot, preferences }: Content,
): Promise<Outcome> {
  if (event.kind !== "follow" || event.standby) return outcome;
  if ((await readTalk(ctx, friend)).open !== null) return outcome;
  const replies = await greetNewFriend(ctx, preferences, {
    friendId: friend.id,
    account: bot.city.accountName,
    at: new Date(event.at),
    greeting: outcome.replies,
  });
  return replies === null ? outcome : { ...outcome, replies };
}

/** Does what the talk asks for, inside its transaction. Each effect may come twice and counts once. */
async function applyEffects(
  ctx: Ctx,
  friend: Friend,
  effects: Effect[],
  content: Content,
): Promise<Omit<Aftermath, "reply">> {
  const aftermath = { photosWanted: false, photosGone: false, changedReports: [] as string[] };
  for (const effect of effects) {
    switch (effect.kind) {
      case "fetch-photo":
        await requestPhoto(ctx, effect);
        aftermath.photosWanted = true;
        break;
      case "submit-report": {
        const report = await submitReport(ctx, effect.submission, content.findArea);
        aftermath.changedReports.push(...submittedLines(report));
        break;
      }
      case "withdraw-report": {
        const withdrawn = await withdrawReport(ctx, { conversationId: effect.conversationId });
        if (withdrawn) aftermath.changedReports.push(withdrawn.reportId);
        break;
      }
      case "discard-photos":
      case "remove-message": {
        aftermath.changedReports.push(...(await discardPhotos(ctx, effect)));
        aftermath.photosGone = true;
        if (effect.kind === "remove-message") {
          aftermath.changedReports.push(...(await takeBackMessage(ctx, friend, effect.messageId, content)));
        }
        break;
      }
      case "set-friend-state":
        await setFriendState(ctx, { friendId: friend.id, state: effect.state, at: new Date(effect.at) });
    }
  }
  return aftermath;
}

/** An event of the scenarios: one step, or the whole talk anew when it comes late. */
async function moveTalk(
  ctx: Ctx,
  friend: Friend,
  row: InboxEvent,
  event: TalkEvent,
  content: Content,
): Promise<Outcome> {
  return (await isLate(ctx, row))
    ? replayTalk(ctx, friend, row, event, content)
    : takeStep(ctx, friend, event, content);
}

/** Puts the receipt number where the engine left room for it. */
function fillNumber(replies: LineMessage[], number: string | null): unknown[] {
  const text = JSON.stringify(replies);
  return JSON.parse(number === null ? text : text.replaceAll(REPORT_NUMBER, number)) as unknown[];
}

const NOTHING: Aftermath = { reply: null, photosWanted: false, photosGone: false, changedReports: [] };

/**
 * One event, in one transaction: the lane is still ours, the event still waits, then the talk moves on, reports and
 * messages are written, and the event is done. Null when another worker has taken over.
 */
async function processInTransaction(
  db: Db,
  tools: InboxTools,
  id: string,
  lane: string,
): Promise<Aftermath | null> {
  const content = await tools.content();
  const { locate } = content;
  // Asked before the transaction opens: no call to LINE holds a connection.
  const language =
    lane !== "" && !(await isKnown(systemContext(db, "inbox"), lane)) ? await tools.language(lane) : null;
  return db.transaction(async (tx) => {
    const ctx = within(systemContext(db, "inbox"), tx);
    if (!(await holdsLane(ctx, { owner: tools.owner, lane, leaseMs: tools.leaseMs }))) return null;
    const [row] = await tx.select().from(lineEvents).where(eq(lineEvents.webhookEventId, id)).for("update");
    if (row?.state !== "pending") return NOTHING;
    const raw: unknown = JSON.parse(row.payload);
    const event = normalise(raw, locate);
    if (row.lineUserId === null || event === null) {
      await finishEvent(ctx, { id, state: "skipped" });
      return NOTHING;
    }

    const met = await ensureFriend(ctx, row.lineUserId);
    if (met.language === null && language !== null)
      await setFriendLanguage(ctx, { friendId: met.id, language });
    await noteComing(ctx, { friend: met, event, row, isOwn: isOwnMessage(raw) });
    const friend = language === null ? met : await ensureFriend(ctx, row.lineUserId);
    const operation = readOperation(event);
    const outcome = operation
      ? await takeOperation(ctx, friend, operation, event, content)
      : isBotTap(event)
        ? await takeBotTap(ctx, friend, row, event, content)
        : await welcomed(ctx, friend, event, await moveTalk(ctx, friend, row, event, content), content);
    const aftermath = await applyEffects(ctx, friend, outcome.effects, content);
    if (event.kind === "unfollow") await notePresenceSince(ctx, friend, row);
    const reply = await writeReply(ctx, tools, { row, raw, friend, outcome });
    await finishEvent(ctx, { id, state: "done" });
    return { ...aftermath, reply };
  });
}

/** What the event tells of the friend's coming and going, whatever becomes of the talk. */
async function noteComing(
  ctx: Ctx,
  input: { friend: Friend; event: TalkEvent; row: InboxEvent; isOwn: boolean },
): Promise<void> {
  const { friend, event, isOwn } = input;
  const about = { friendId: friend.id, eventId: input.row.webhookEventId, at: input.row.occurredAt };
  if (event.kind === "follow" || event.kind === "unfollow")
    await noteMove(ctx, { ...about, kind: event.kind });
  if (!isOwn) return;
  // The newest known state is itself a move: nothing to look for when that is older, and says they are here.
  const isKnownHere = friend.state === "following" && friend.stateAt !== null && friend.stateAt < about.at;
  if (isKnownHere) return;
  await noteMeeting(ctx, about);
  await countAsFollowing(ctx, about);
}

/** A block that becomes known late: they may have written since, and are back. */
async function notePresenceSince(ctx: Ctx, friend: Friend, row: InboxEvent): Promise<void> {
  const since = await findMessageAfter(ctx, row);
  if (!since) return;
  const about = { friendId: friend.id, eventId: since.webhookEventId, at: since.occurredAt };
  await noteMeeting(ctx, about);
  await countAsFollowing(ctx, about);
}

async function writeReply(
  ctx: Ctx,
  tools: InboxTools,
  input: { row: InboxEvent; raw: unknown; friend: Friend; outcome: Outcome },
): Promise<OutboxRow | null> {
  const { row, outcome } = input;
  const token =
    typeof input.raw === "object" && input.raw !== null && "replyToken" in input.raw
      ? input.raw.replyToken
      : null;
  if (outcome.replies.length === 0 || typeof token !== "string" || token === "") return null;
  const report = outcome.reportOf ? await findReport(ctx, outcome.reportOf) : null;
  return enqueueReply(ctx, {
    dedupeKey: `reply:${row.webhookEventId}`,
    friendId: input.friend.id,
    lineUserId: input.friend.lineUserId,
    replyToken: token,
    // The platform may count the token's minute from its own first try, which a redelivery comes long after.
    tokenReceivedAt: new Date(Math.min(row.occurredAt.getTime(), row.receivedAt.getTime())),
    reportId: report?.id ?? null,
    messages: fillNumber(outcome.replies, report?.number ?? null),
    owner: tools.owner,
    leaseMs: tools.leaseMs,
  });
}

async function findReport(ctx: Ctx, conversationId: string): Promise<{ id: string; number: string } | null> {
  const row = await ctx.db.query.reports.findFirst({
    columns: { id: true, number: true },
    where: (r, { eq: is }) => is(r.sourceKey, conversationId),
  });
  return row ?? null;
}

/**
 * One event. A failure costs this event a try and nobody else anything. Null when the lane was lost: then everything
 * is as if this worker had not touched it.
 */
export async function processEvent(
  db: Db,
  tools: InboxTools,
  event: { id: string; lane: string },
): Promise<Aftermath | null> {
  try {
    return await processInTransaction(db, tools, event.id, event.lane);
  } catch (error) {
    log.error({
      event: "inbox.event-failed",
      id: shortId(event.id),
      user: shortId(event.lane),
      ...errorFields(error),
    });
    const name = error instanceof Error ? error.name : "unknown";
    await postponeEvent(systemContext(db, "inbox"), { id: event.id, error: name });
    return NOTHING;
  }
}
