import { eq } from "drizzle-orm";
import { botVersions, friendGarbage, friends } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { EMPTY_CALENDAR, type GarbageCalendar, garbageCalendar } from "../calendar";
import { garbageContent } from "../categories";
import { findArea } from "./areas";
import type { Books, Choice } from "./scene";

export type LiveIds = { garbage: number | null; calendar: number | null };

/** Which versions are live now: cheap, asked for every answer. */
export async function findLiveIds(ctx: Ctx): Promise<LiveIds> {
  const rows = await ctx.db
    .select({ book: botVersions.book, id: botVersions.id })
    .from(botVersions)
    .where(eq(botVersions.state, "live"));
  const idOf = (book: string) => rows.find((row) => row.book === book)?.id ?? null;
  return { garbage: idOf("garbage"), calendar: idOf("calendar") };
}

async function contentOf(ctx: Ctx, id: number | null): Promise<unknown> {
  if (id === null) return null;
  const [row] = await ctx.db
    .select({ content: botVersions.content })
    .from(botVersions)
    .where(eq(botVersions.id, id));
  return row?.content ?? null;
}

export async function readBooks(ctx: Ctx, ids: LiveIds): Promise<Books> {
  const [garbage, calendar] = [await contentOf(ctx, ids.garbage), await contentOf(ctx, ids.calendar)];
  return {
    categories: garbage === null ? [] : garbageContent.parse(garbage).categories,
    calendar: calendar === null ? EMPTY_CALENDAR : garbageCalendar.parse(calendar),
  };
}

/** What a friend has chosen, seen through the calendar of the moment. */
export async function readChoice(
  ctx: Ctx,
  args: { friendId: number; calendar: GarbageCalendar },
): Promise<Choice> {
  const [row] = await ctx.db
    .select({
      areaKey: friendGarbage.areaKey,
      remindAt: friendGarbage.remindAt,
      remindOn: friendGarbage.remindOn,
      stoppedAt: friends.stoppedAt,
    })
    .from(friends)
    .leftJoin(friendGarbage, eq(friendGarbage.friendId, friends.id))
    .where(eq(friends.id, args.friendId));
  const area = row?.areaKey ? findArea(args.calendar, row.areaKey) : null;
  return {
    area,
    isGone: Boolean(row?.areaKey) && area === null,
    remindAt: row?.remindAt?.slice(0, 5) ?? null,
    remindOn: row?.remindOn ?? "eve",
    isStopped: row?.stoppedAt != null,
  };
}
