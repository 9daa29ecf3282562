import { and, asc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { friendGarbage, friends } from "@/db/schema";
import { type Ctx, within } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { isoDate } from "@/lib/core/time";
import { writtenLanguage } from "@/lib/friends/language";
import { enqueueNotices, type Notice } from "@/lib/outbox/commands";
import { countWaitingNotices } from "@/lib/outbox/queries";
import { languageOf } from "@/lib/scenarios/language";
import { type Books, NO_CHOICE } from "../resident/scene";
import { type Due, dueAt, sendBefore } from "./due";
import { tellGone } from "./gone/jobs";
import { reminderMessage } from "./message";
import { isReachable, isTheirTime, recipient } from "./sql";

/** Written at once; and no more are written while so many wait, so that the outbox stays small whatever is due. */
const BATCH = 500;
const MOST_WAITING = 2_000;

/** Friends who want to be reminded now, held by this worker until its transaction ends. */
const takeDue = (ctx: Ctx, due: Due) =>
  ctx.db
    .select({ ...recipient, areaKey: friendGarbage.areaKey })
    .from(friendGarbage)
    .innerJoin(friends, eq(friends.id, friendGarbage.friendId))
    .where(
      and(
        isTheirTime(due),
        inArray(friendGarbage.areaKey, [...due.areas.keys()]),
        or(isNull(friendGarbage.remindedFor), lt(friendGarbage.remindedFor, due.day)),
        isReachable,
      ),
    )
    .orderBy(asc(friendGarbage.remindAt), asc(friendGarbage.friendId))
    .limit(BATCH)
    .for("update", { of: friendGarbage, skipLocked: true });

async function remind(ctx: Ctx, books: Books, due: Due): Promise<number> {
  const rows = await takeDue(ctx, due);
  if (rows.length === 0) return 0;
  const today = isoDate(ctx.now);
  const areas = new Map(books.calendar.areas.map((area) => [area.key, area]));
  const notices = rows.flatMap((row): Notice[] => {
    const area = areas.get(row.areaKey);
    const kinds = due.areas.get(row.areaKey);
    if (!area || !kinds || row.remindAt === null) return [];
    const language = languageOf(writtenLanguage(row));
    const scene = { books, choice: { ...NO_CHOICE, area }, language, today };
    return [
      {
        dedupeKey: `garbage:${row.friendId}:${due.day}`,
        friendId: row.friendId,
        lineUserId: row.lineUserId,
        messages: [reminderMessage(scene, area, due.day, kinds)],
        sendBefore: sendBefore(ctx.now, row.remindAt),
      },
    ];
  });
  await enqueueNotices(ctx, notices);
  await ctx.db
    .update(friendGarbage)
    .set({ remindedFor: due.day })
    .where(
      inArray(
        friendGarbage.friendId,
        rows.map((row) => row.friendId),
      ),
    );
  return rows.length;
}

/**
 * Writes the reminders that are due, once a friend and day: what was written is marked in the same transaction. Only
 * where something is collected, and never later than two hours. Those whose area is gone are told so instead, once.
 * Returns how many were written.
 */
export async function remindDue(ctx: Ctx, books: (ctx: Ctx) => Promise<Books>): Promise<number> {
  if ((await countWaitingNotices(ctx, { most: MOST_WAITING })) >= MOST_WAITING) return 0;
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const now = await books(inner);
    let [done, told] = [0, 0];
    for (const due of dueAt(now.calendar, ctx.now)) {
      if (due.areas.size > 0) done += await remind(inner, now, due);
      told += await tellGone(inner, { calendar: now.calendar, due, most: BATCH });
    }
    if (done > 0) log.info({ event: "garbage.reminded", friends: done });
    if (told > 0) log.info({ event: "garbage.area-gone-told", friends: told });
    return done + told;
  });
}
