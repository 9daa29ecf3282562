import type { BookVersion, StoredEntry } from "@/lib/chatbot/books/queries";
import { findDraft, findLive, listEntries } from "@/lib/chatbot/books/queries";
import type { Ctx } from "@/lib/core/context";
import { EMPTY_CALENDAR, type GarbageCalendar, garbageCalendar } from "../calendar";
import { type GarbageCategory, garbageContent } from "../categories";

export const categoriesIn = (version: Pick<BookVersion, "content"> | null): GarbageCategory[] =>
  garbageContent.safeParse(version?.content).data?.categories ?? [];

/** A version that was begun from nothing holds nothing yet. */
export const calendarIn = (version: Pick<BookVersion, "content"> | null): GarbageCalendar =>
  garbageCalendar.safeParse(version?.content).data ?? EMPTY_CALENDAR;

/** Both books side by side: what residents get, and what is being written (or the same, when nothing is). */
export type Sides = {
  live: { categories: GarbageCategory[]; entries: StoredEntry[]; calendar: GarbageCalendar };
  draft: { categories: GarbageCategory[]; entries: StoredEntry[]; calendar: GarbageCalendar };
  hasDraft: { garbage: boolean; calendar: boolean };
};

export async function readSides(ctx: Ctx): Promise<Sides> {
  const [garbage, calendar] = ["garbage", "calendar"] as const;
  const [liveGarbage, liveCalendar] = [
    await findLive(ctx, { book: garbage }),
    await findLive(ctx, { book: calendar }),
  ];
  const [draftGarbage, draftCalendar] = [
    await findDraft(ctx, { book: garbage }),
    await findDraft(ctx, { book: calendar }),
  ];
  const live = {
    categories: categoriesIn(liveGarbage),
    entries: liveGarbage ? await listEntries(ctx, { versionId: liveGarbage.id }) : [],
    calendar: calendarIn(liveCalendar),
  };
  return {
    live,
    draft: {
      categories: draftGarbage ? categoriesIn(draftGarbage) : live.categories,
      entries: draftGarbage ? await listEntries(ctx, { versionId: draftGarbage.id }) : live.entries,
      calendar: draftCalendar ? calendarIn(draftCalendar) : live.calendar,
    },
    hasDraft: { garbage: draftGarbage !== null, calendar: draftCalendar !== null },
  };
}
