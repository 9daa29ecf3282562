import { and, eq, inArray, or, sql } from "drizzle-orm";
import { botMisses, botQuestions } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { afterWord, type Counted, missOf, type Register, type Word } from "../question";
import { isMiss, isUnanswered, isUnhelpful } from "./sql";

type Row = typeof botQuestions.$inferSelect;
/** How a question stood before and after; null: it was not there. `taken`: its words, when it was withdrawn. */
type Change = { folded: string; before: Register | null; after: Register | null; taken?: string };
type Move = { unanswered: number; unhelpful: number; taken: string[] };

const NO_MISS = { unanswered: 0, unhelpful: 0 };

/** Misses to add to each line and words to take out of it, in the order in which lines are locked. */
function movesOf(changes: readonly Change[]) {
  const moves = new Map<string, Move>();
  for (const { folded, before, after, taken } of changes) {
    const [was, is] = [before ? missOf(before) : NO_MISS, after ? missOf(after) : NO_MISS];
    const move = moves.get(folded) ?? { ...NO_MISS, taken: [] };
    move.unanswered += is.unanswered - was.unanswered;
    move.unhelpful += is.unhelpful - was.unhelpful;
    if (taken !== undefined) move.taken.push(taken);
    moves.set(folded, move);
  }
  return [...moves]
    .filter(([, m]) => m.unanswered !== 0 || m.unhelpful !== 0 || m.taken.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Brings `bot_misses` up to what the changed questions say. Counts are moved, which comes to the same in any order of
 * transactions; first, last and sample are looked up in the index once the line is ours, so that they are exact, too.
 */
async function moveMisses(ctx: Ctx, changes: readonly Change[]): Promise<void> {
  for (const [folded, { taken, ...move }] of movesOf(changes)) {
    await ctx.db
      .insert(botMisses)
      .values({ folded, sample: "", ...move, firstAt: ctx.now, lastAt: ctx.now })
      .onConflictDoUpdate({
        target: botMisses.folded,
        set: {
          unanswered: sql`${botMisses.unanswered} + excluded.unanswered`,
          unhelpful: sql`${botMisses.unhelpful} + excluded.unhelpful`,
        },
      });
    await refreshMiss(ctx, folded, taken);
  }
}

/** When its misses were asked first and last, and in which words; the line is locked by the caller. */
async function refreshMiss(ctx: Ctx, folded: string, taken: readonly string[]): Promise<void> {
  const misses = and(eq(botQuestions.folded, folded), isMiss());
  const newest = sql`from ${botQuestions} where ${misses} order by ${botQuestions.askedAt} desc, ${botQuestions.eventId} collate "C" desc limit 1`;
  await ctx.db
    .update(botMisses)
    .set({
      firstAt: sql`coalesce((select min(${botQuestions.askedAt}) from ${botQuestions} where ${misses}), ${botMisses.firstAt})`,
      lastAt: sql`coalesce((select ${botQuestions.askedAt} ${newest}), ${botMisses.lastAt})`,
      sample: sql`coalesce((select ${botQuestions.asked} ${newest}), ${botMisses.sample})`,
    })
    .where(eq(botMisses.folded, folded));
  // What a person has decided about words stays, even when nobody misses them any more: unless they are the very words
  // that were taken back, which nobody may read any longer.
  await ctx.db
    .delete(botMisses)
    .where(
      and(
        eq(botMisses.folded, folded),
        or(eq(botMisses.state, "open"), inArray(botMisses.sample, [...taken])),
        sql`${botMisses.unanswered} <= 0 and ${botMisses.unhelpful} <= 0`,
      ),
    );
}

/** A row as it is first counted, with the taps on it that were delivered before it. */
function registerOf(said: Counted, words: readonly Word[]): Counted & Register {
  const row = { ...said, chosenAt: null, helpful: null, helpfulAt: null };
  for (const word of words) Object.assign(row, afterWord(row, word));
  return row;
}

/**
 * Counts questions, each once whatever is delivered how often; those that are already there stay as they are. Answers
 * the ids that were new. In the event's transaction.
 */
export async function countQuestions(
  ctx: Ctx,
  list: readonly { said: Counted; words: readonly Word[] }[],
): Promise<string[]> {
  if (list.length === 0) return [];
  const rows = list.map(({ said, words }) => registerOf(said, words));
  const added = await ctx.db
    .insert(botQuestions)
    .values(rows)
    .onConflictDoNothing({ target: botQuestions.eventId })
    .returning({ eventId: botQuestions.eventId });
  const ids = added.map((row) => row.eventId);
  const changes = rows
    .filter((row) => ids.includes(row.eventId))
    .map((row): Change => ({ folded: row.folded, before: null, after: row }));
  await moveMisses(ctx, changes);
  return ids;
}

/** Takes out what turned out to be no question: an answer to a report, or words that were taken back. */
export async function withdrawQuestions(ctx: Ctx, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return;
  const gone = await ctx.db
    .delete(botQuestions)
    .where(inArray(botQuestions.eventId, [...eventIds]))
    .returning();
  await moveMisses(
    ctx,
    gone.map((row): Change => ({ folded: row.folded, before: row, after: null, taken: row.asked })),
  );
}

/** A tap on a question or its answer. A question that is not there any more is no error: nothing is counted. */
export async function noteWord(ctx: Ctx, input: { eventId: string; word: Word }): Promise<void> {
  const [row]: Row[] = await ctx.db
    .select()
    .from(botQuestions)
    .where(eq(botQuestions.eventId, input.eventId))
    .for("update");
  const change = row && afterWord(row, input.word);
  if (!row || !change) return;
  await ctx.db.update(botQuestions).set(change).where(eq(botQuestions.id, row.id));
  await moveMisses(ctx, [{ folded: row.folded, before: row, after: { ...row, ...change } }]);
}

/**
 * `bot_misses` as the questions say it, without what is kept up to date: for volume that was written by SQL, and for the
 * check that both agree. What people decided stays. Inside a transaction of the caller's.
 */
export async function recountMisses(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`lock table ${botMisses} in exclusive mode`);
  await ctx.db.delete(botMisses).where(eq(botMisses.state, "open"));
  await ctx.db.update(botMisses).set(NO_MISS);
  await ctx.db.execute(sql`
    insert into bot_misses (folded, sample, unanswered, unhelpful, first_at, last_at)
    select folded,
      (array_agg(asked order by asked_at desc, event_id collate "C" desc))[1],
      count(*) filter (where ${isUnanswered()}), count(*) filter (where ${isUnhelpful()}),
      min(asked_at), max(asked_at)
    from bot_questions where ${isMiss()} group by folded
    on conflict (folded) do update set sample = excluded.sample, unanswered = excluded.unanswered,
      unhelpful = excluded.unhelpful, first_at = excluded.first_at, last_at = excluded.last_at`);
}
