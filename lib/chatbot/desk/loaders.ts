import "server-only";
import { findSketchText } from "@/lib/areas/queries";
import { orNotFound, requireStaff, type StaffCtx } from "@/lib/auth/gate";
import { can, reachOf } from "@/lib/auth/permission";
import { findCityProfile, listSections } from "@/lib/city/queries";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { isoDate } from "@/lib/core/time";
import { findMediaPlaces } from "@/lib/media/queries";
import { listPublishedScenarios } from "@/lib/scenarios/queries";
import { findDifference, getBookState } from "../books/compare/queries";
import { changedFields } from "../books/difference";
import { listVersions } from "../books/queries";
import { NEW_ENTRY, typedEntry } from "../entries/form";
import { entryRows, parseEntrySearch, selectRows } from "../entries/list";
import { contentOf, findStaffName, getDesk } from "../entries/queries";
import { startsOf } from "../entries/starts";
import { MOST_MISSES } from "../misses/limits";
import { countOpenMisses, findWaiting } from "../misses/queries";
import { isMasked, wordsFrom } from "../misses/words";
import { type Overlap, overlapsAt } from "./overlap";
import { listOverlaps } from "./queries";

type Source = Record<string, string | string[] | undefined>;

/** What stands above every page of 応答. */
export async function readFrame(ctx: StaffCtx) {
  const [state, openMisses, overlaps] = await Promise.all([
    getBookState(ctx, { book: "faq" }),
    countOpenMisses(ctx),
    listOverlaps(ctx),
  ]);
  /** Words of keywords and FAQ that never bring their entry. */
  const hidden = overlaps.filter((one) => one.entry.kind !== "garbage");
  return {
    state,
    openMisses,
    hidden,
    may: {
      write: can(ctx.actor, "bot.write").ok,
      writeAll: can(ctx.actor, "bot.write", { sectionId: null }).ok,
      publish: can(ctx.actor, "bot.publish").ok,
    },
  };
}
export type BotFrameData = Awaited<ReturnType<typeof readFrame>>;

/** The list of FAQ and keywords. */
export async function loadBot(source: Source) {
  const ctx = await requireStaff("bot.view");
  const search = parseEntrySearch(source);
  const [frame, desk, sections] = await Promise.all([readFrame(ctx), getDesk(ctx), listSections(ctx)]);
  const { hidden } = frame;
  const rows = entryRows({
    entries: desk.entries,
    liveEntries: desk.liveEntries,
    hiddenKeys: new Set(hidden.map((one) => one.entry.key)),
    today: isoDate(ctx.now),
  });
  const page = selectRows(rows, search, desk.content);
  const byKey: Record<string, Overlap[]> = {};
  for (const row of page.rows) byKey[row.key] = hidden.filter((one) => one.entry.key === row.key);
  return {
    frame,
    search,
    page: { ...page, rows: page.rows.map(({ folded: _, ...row }) => row) },
    isEmpty: rows.length === 0,
    overlaps: byKey,
    choices: {
      topics: desk.content.topics.map((topic) => ({ id: topic.key, label: topic.label.ja })),
      sections: sections.map((section) => ({ id: String(section.id), label: section.name })),
    },
  };
}
export type LoadedBot = Awaited<ReturnType<typeof loadBot>>;

const numberIn = (value: string | string[] | undefined): number | null => {
  const text = Array.isArray(value) ? value[0] : value;
  return text && /^\d{1,9}$/.test(text) ? Number(text) : null;
};

/** The draft's difference from what is live, or an older version's, and every version. */
export async function loadBotVersions(source: Source) {
  const ctx = await requireStaff("bot.view");
  const versionId = numberIn(source.version);
  const [frame, versions, sections, desk, city] = await Promise.all([
    readFrame(ctx),
    listVersions(ctx, { book: "faq" }),
    listSections(ctx),
    getDesk(ctx),
    findCityProfile(ctx),
  ]);
  const topics = [...contentOf(desk.live).topics, ...desk.content.topics];
  const names = {
    categories: Object.fromEntries(topics.map((topic) => [topic.key, topic.label.ja])),
    sections: Object.fromEntries(sections.map((section) => [section.id, section.name])),
  };
  const asked = { permission: "bot.view", target: { version: String(versionId) } } as const;
  const difference = await orNotFound(ctx, asked, () =>
    findDifference(ctx, { book: "faq", versionId, names }),
  );
  const phones = (city?.phones ?? []).map(({ key, label, number }) => ({ key, label: label.ja, number }));
  return { frame, versions, difference, versionId, phones };
}
export type LoadedBotVersions = Awaited<ReturnType<typeof loadBotVersions>>;

/** Topics of the FAQ with how many entries each has, and the phones a counter can be rung at. */
export async function loadBotTopics() {
  const ctx = await requireStaff("bot.view");
  const [frame, desk, city] = await Promise.all([readFrame(ctx), getDesk(ctx), findCityProfile(ctx)]);
  const uses: Record<string, number> = {};
  for (const { category } of desk.entries) if (category) uses[category] = (uses[category] ?? 0) + 1;
  const phones = (city?.phones ?? []).map(({ key, label, number }) => ({ key, label: label.ja, number }));
  return { frame, content: desk.content, uses, phones };
}
export type LoadedBotTopics = Awaited<ReturnType<typeof loadBotTopics>>;

/** What the editor offers to choose from; sections are those that this person may write for. */
async function readEditor(ctx: StaffCtx) {
  const reach = reachOf(ctx.actor, "bot.write");
  const [desk, sections, scenarios, city, sketch] = await Promise.all([
    getDesk(ctx),
    listSections(ctx),
    listPublishedScenarios(ctx),
    findCityProfile(ctx),
    findSketchText(ctx),
  ]);
  return {
    desk,
    shared: {
      /** Whose unsaved words a browser may keep. */
      staffId: ctx.actor.staffId,
      today: isoDate(ctx.now),
      accountName: city?.accountName ?? "",
      sketch,
      tileUrl: env().MAP_TILE_URL,
      choices: {
        topics: desk.content.topics.map((topic) => ({ id: topic.key, label: topic.label.ja })),
        sections: sections.map(({ id, name }) => ({
          id,
          name,
          mayWrite: reach === "all" || reach.includes(id),
        })),
        wholeCity: reach === "all",
        starts: startsOf(scenarios),
      },
    },
  };
}

/** An entry as the draft holds it, or as it is live. */
export async function loadBotEntry(key: string) {
  const ctx = await requireStaff("bot.view");
  const { desk, shared } = await readEditor(ctx);
  const asked = { permission: "bot.view", target: { key } } as const;
  const stored = await orNotFound(ctx, asked, async () => {
    const found = desk.entries.find((entry) => entry.key === key && entry.kind !== "garbage");
    if (!found) throw new AppError("not-found", "bot entry");
    return found;
  });
  const before = desk.liveEntries.find((entry) => entry.key === key);
  const typed = typedEntry(stored);
  const mediaIds = typed.answer.mediaId ? [typed.answer.mediaId] : [];
  const [places, by, overlaps] = await Promise.all([
    findMediaPlaces(ctx, { ids: mediaIds, base: "" }),
    findStaffName(ctx, { staffId: stored.updatedBy }),
    listOverlaps(ctx),
  ]);
  return {
    ...shared,
    key: stored.key as string | null,
    seen: stored.updatedAt.toISOString() as string | null,
    typed,
    places,
    misses: [] as string[],
    isMasked: false,
    changedBy: by,
    change: !before
      ? ("added" as const)
      : changedFields(before, stored).length > 0
        ? ("changed" as const)
        : null,
    overlaps: overlapsAt(overlaps, stored),
    mayWrite: can(ctx.actor, "bot.write", { sectionId: stored.sectionId }).ok,
  };
}
export type LoadedBotEntry = Awaited<ReturnType<typeof loadBotEntry>>;

/** An empty entry, or one that begins with what residents asked in vain. */
export async function loadNewBotEntry(source: Source): Promise<LoadedBotEntry> {
  const ctx = await requireStaff("bot.write");
  const { shared } = await readEditor(ctx);
  const asked = source.miss === undefined ? [] : [source.miss].flat().slice(0, MOST_MISSES);
  const misses = await findWaiting(ctx, { folded: asked });
  const samples = asked.flatMap((folded) => misses.find((miss) => miss.folded === folded)?.sample ?? []);
  const first = shared.choices.sections.find((section) => section.mayWrite);
  return {
    ...shared,
    key: null,
    seen: null,
    typed: {
      ...NEW_ENTRY,
      ...wordsFrom(samples),
      sectionId: shared.choices.wholeCity ? null : (first?.id ?? null),
      reviewedOn: shared.today,
    },
    places: {},
    misses: misses.map((miss) => miss.folded),
    /** Something was taken out of the questions, which then cannot be taught as they are. */
    isMasked: samples.some(isMasked),
    changedBy: null,
    change: null,
    overlaps: [],
    mayWrite: true,
  };
}
