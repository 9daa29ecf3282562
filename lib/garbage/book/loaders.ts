import "server-only";
import { requireStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { getBookState } from "@/lib/chatbot/books/compare/queries";
import { differenceOf } from "@/lib/chatbot/books/difference";
import type { BotEntry } from "@/lib/chatbot/books/entry";
import { findDraft, findLive, getVersion, listEntries, listVersions } from "@/lib/chatbot/books/queries";
import { type DifferenceLine, differenceLines } from "@/lib/chatbot/books/words";
import { isoDate } from "@/lib/core/time";
import type { GarbageCalendar } from "../calendar";
import { areaTitle } from "../calendar";
import { countReminded } from "../reminders/gone/queries";
import { type BookLine, calendarLines, categoryLines } from "./difference";
import { areasGone } from "./gone-areas";
import { printOf } from "./print";
import { calendarIn, categoriesIn } from "./queries";
import { matchesWords, type Search } from "./search";
import { warningsOf } from "./warnings";

const PAGE = 50;

/** Everything the page of garbage shows: the drafts, or what is live where there is none. */
export async function loadGarbage(search: Search) {
  const ctx = await requireStaff("bot.view");
  const states = {
    garbage: await getBookState(ctx, { book: "garbage" }),
    calendar: await getBookState(ctx, { book: "calendar" }),
  };
  const garbage = (await findDraft(ctx, { book: "garbage" })) ?? (await findLive(ctx, { book: "garbage" }));
  const liveDays = await findLive(ctx, { book: "calendar" });
  const days = (await findDraft(ctx, { book: "calendar" })) ?? liveDays;
  const categories = categoriesIn(garbage);
  const [calendar, live] = [calendarIn(days), calendarIn(liveDays)];
  const gone = areasGone(live, calendar);
  const entries = garbage ? await listEntries(ctx, { versionId: garbage.id }) : [];
  const today = isoDate(ctx.now);
  const counts = new Map<string, number>();
  for (const { category } of entries) counts.set(category ?? "", (counts.get(category ?? "") ?? 0) + 1);
  const found = entries.filter(
    (entry) =>
      (search.category === null || entry.category === search.category) &&
      (search.words.trim() === "" || matchesWords(entry, search.words)),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(search.page, pages);
  return {
    search: { ...search, page },
    today,
    mayWrite: can(ctx.actor, "bot.write", { sectionId: null }).ok,
    mayPublish: can(ctx.actor, "bot.publish").ok,
    states,
    warnings: warningsOf(categories, entries, calendar, {
      today,
      live,
      gone,
      reminded: await countReminded(ctx, { areaKeys: gone.map((area) => area.key) }),
      mayViewSmall: can(ctx.actor, "segment.small-counts").ok,
    }),
    items: {
      rows: found.slice((page - 1) * PAGE, page * PAGE).map((entry) => ({
        key: entry.key,
        seen: entry.updatedAt.toISOString(),
        title: entry.title,
        reading: entry.reading ?? "",
        synonyms: entry.synonyms,
        category: entry.category ?? "",
        note: entry.note ?? "",
      })),
      found: found.length,
      total: entries.length,
      pages,
    },
    categories: categories.map((category) => ({
      ...category,
      seen: printOf(category),
      items: counts.get(category.key) ?? 0,
    })),
    calendar: calendarView(calendar, search),
    changes: search.tab === "changes" ? await loadChanges(ctx, search) : null,
  };
}

/** The parts of the calendar with their prints; of the areas one page, found by their names. */
function calendarView(calendar: GarbageCalendar, search: Search) {
  const printed = <T extends object>(list: readonly T[]) =>
    list.map((one) => ({ ...one, seen: printOf(one) }));
  const names = new Map(calendar.areas.map((area) => [area.key, areaTitle(area)]));
  const found = calendar.areas.filter(
    (area) =>
      search.words.trim() === "" ||
      matchesWords(
        { title: areaTitle(area), reading: null, synonyms: area.also, note: area.center },
        search.words,
      ),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(search.page, pages);
  return {
    kinds: printed(calendar.kinds),
    areas: printed(found.slice((page - 1) * PAGE, page * PAGE)),
    found: found.length,
    total: calendar.areas.length,
    page,
    pages,
    centers: [...new Set(calendar.areas.flatMap((area) => area.center ?? []))],
    suspensions: printed(calendar.suspensions),
    extras: printed(calendar.extras).map((one) => ({
      ...one,
      areaNames: one.areas?.map((key) => names.get(key) ?? key) ?? null,
    })),
    putOutBy: { time: calendar.putOutBy, seen: printOf({ time: calendar.putOutBy }) },
  };
}
export type CalendarView = ReturnType<typeof calendarView>;

export type LoadedGarbage = Awaited<ReturnType<typeof loadGarbage>>;
export type ItemRow = LoadedGarbage["items"]["rows"][number];
export type CategoryRow = LoadedGarbage["categories"][number];

export type Changes = {
  lines: DifferenceLine[];
  content: BookLine[];
  versions: Awaited<ReturnType<typeof listVersions>>;
  /** Number of the version that is compared with what is live; null: the draft, or nothing. */
  compared: number | null;
};

/** The draft, or an older version, beside what is live. */
async function loadChanges(ctx: Awaited<ReturnType<typeof requireStaff>>, search: Search): Promise<Changes> {
  const { book, version } = search;
  const versions = await listVersions(ctx, { book });
  const live = await findLive(ctx, { book });
  const known = versions.find((row) => row.id === version);
  const other = known ? await getVersion(ctx, { book, versionId: known.id }) : await findDraft(ctx, { book });
  if (!other) return { lines: [], content: [], versions, compared: null };
  const entriesOf = async (id: number | undefined): Promise<BotEntry[]> =>
    id === undefined || book !== "garbage" ? [] : listEntries(ctx, { versionId: id });
  const names = [...categoriesIn(live), ...categoriesIn(other)].map((one) => [one.key, one.label.ja]);
  const difference = differenceOf(await entriesOf(live?.id), await entriesOf(other.id));
  return {
    lines: differenceLines(difference, { categories: Object.fromEntries(names), sections: {} }),
    content:
      book === "garbage"
        ? categoryLines(categoriesIn(live), categoriesIn(other))
        : calendarLines(calendarIn(live), calendarIn(other)),
    versions,
    compared: known?.id ?? null,
  };
}
