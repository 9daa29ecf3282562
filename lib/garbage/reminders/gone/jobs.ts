import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import { friendGarbage, friends, outbox } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { writtenLanguage } from "@/lib/friends/language";
import { enqueueNotices, type Notice } from "@/lib/outbox/commands";
import { languageOf } from "@/lib/scenarios/language";
import type { GarbageCalendar } from "../../calendar";
import { type Due, sendBefore } from "../due";
import { isReachable, isTheirTime, recipient } from "../sql";
import { goneMessage } from "./message";

/**
 * What a telling is about: what they chose last, and the last reminder they had of it. Neither changes while the area is
 * gone; should it come back, be reminded of and go again, that is another loss. The outbox keeps its keys for good, so
 * that one says for ever that they were told.
 */
const cause = sql<string>`concat('garbage-gone:', ${friendGarbage.friendId}, ':',
  (extract(epoch from ${friendGarbage.changedAt}) * 1000)::bigint, ':', ${friendGarbage.remindedFor})`;

/** A notice that was not sent in its two hours told nobody: another day it is tried again, twice. */
const keys = sql`(${cause}, ${cause} || ':2', ${cause} || ':3')`;
const tries = sql<number>`(select count(*)::int from ${outbox} where ${outbox.dedupeKey} in ${keys})`;
const isUntold = and(
  sql`not exists (select 1 from ${outbox} where ${outbox.dedupeKey} in ${keys} and ${outbox.state} <> 'cancelled')`,
  sql`not exists (select 1 from ${outbox} where ${outbox.dedupeKey} = ${cause} || ':3')`,
);

const takeUntold = (ctx: Ctx, calendar: GarbageCalendar, due: Due, most: number) =>
  ctx.db
    .select({ ...recipient, cause, tries })
    .from(friendGarbage)
    .innerJoin(friends, eq(friends.id, friendGarbage.friendId))
    .where(
      and(
        isTheirTime(due),
        notInArray(
          friendGarbage.areaKey,
          calendar.areas.map((area) => area.key),
        ),
        isReachable,
        isUntold,
      ),
    )
    .orderBy(asc(friendGarbage.remindAt), asc(friendGarbage.friendId))
    .limit(most)
    .for("update", { of: friendGarbage, skipLocked: true });

/**
 * Tells those whose area the calendar no longer has, at the time of their reminder, once: else they would hear nothing,
 * and not know it. Two workers write one notice: the key is the same. Without any area there is nothing to choose from,
 * and nothing is said. Returns how many were written.
 */
export async function tellGone(
  ctx: Ctx,
  input: { calendar: GarbageCalendar; due: Due; most: number },
): Promise<number> {
  const { calendar, due, most } = input;
  if (calendar.areas.length === 0) return 0;
  const rows = await takeUntold(ctx, calendar, due, most);
  const notices = rows.flatMap((row): Notice[] =>
    row.remindAt === null
      ? []
      : [
          {
            dedupeKey: row.tries === 0 ? row.cause : `${row.cause}:${row.tries + 1}`,
            friendId: row.friendId,
            lineUserId: row.lineUserId,
            messages: [goneMessage(languageOf(writtenLanguage(row)))],
            sendBefore: sendBefore(ctx.now, row.remindAt),
          },
        ],
  );
  return enqueueNotices(ctx, notices);
}
