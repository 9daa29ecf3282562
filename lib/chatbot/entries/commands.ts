import { and, count, eq, max } from "drizzle-orm";
import type { z } from "zod";
import { botEntries, botVersions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { getCityProfile } from "@/lib/city/queries";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { ok, type Result, refused } from "@/lib/core/result";
import { findMediaPlaces } from "@/lib/media/queries";
import { listPublishedScenarios } from "@/lib/scenarios/queries";
import { demand, draftOf, touchDraft } from "../books/commands";
import { changedFields, ENTRY_FIELDS, isSame } from "../books/difference";
import type { BotEntry } from "../books/entry";
import { type BookVersion, lockBook, type StoredEntry } from "../books/queries";
import { settleMisses } from "../misses/commands";
import { type EntryInput, type TypedEntry, typedEntry } from "./form";
import { ENTRY_REFUSALS, type EntryRefusal } from "./messages";
import { contentOf, findEntry, findStaffName } from "./queries";
import type { removeEntryInput, revertEntryInput, saveContentInput, saveEntryInput } from "./schema";
import { startsOf } from "./starts";

type StaffCtx = Ctx<StaffActor>;
const no = <R extends EntryRefusal>(reason: R) => refused(reason, ENTRY_REFUSALS[reason]);
const MOST_ENTRIES = 1000;

export type SavedEntry =
  | { kind: "saved"; key: string; seen: string; settled: number }
  /** Nothing was overwritten: this is what the other person saved. */
  | { kind: "conflict"; seen: string; by: string | null; theirs: TypedEntry };

const note = (ctx: Ctx, action: string, key: string, fields: readonly string[]) =>
  recordAudit(ctx, {
    action: `bot.entry-${action}`,
    subjectKind: "bot-entry",
    subjectId: `faq/${key}`,
    fields: [...fields],
  });

type Opened = { live: BookVersion | null; draft: BookVersion | null; current: BookVersion | null };

/** One writer of the book at a time, in a transaction. */
const writing = <T>(ctx: StaffCtx, work: (inner: StaffCtx, book: Opened) => Promise<T>): Promise<T> =>
  ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { live, draft } = await lockBook(inner, { book: "faq" });
    return work(inner, { live, draft, current: draft ?? live });
  });

const writeEntry = (
  ctx: StaffCtx,
  draft: BookVersion,
  entry: BotEntry & { position: number },
  by: { updatedAt: Date; updatedBy: number | null },
) => {
  const row = { ...entry, ...by };
  return ctx.db
    .insert(botEntries)
    .values({ ...row, versionId: draft.id })
    .onConflictDoUpdate({ target: [botEntries.versionId, botEntries.key], set: row });
};

const nextPosition = async (ctx: Ctx, version: BookVersion): Promise<number> => {
  const [row] = await ctx.db
    .select({ last: max(botEntries.position) })
    .from(botEntries)
    .where(eq(botEntries.versionId, version.id));
  return (row?.last ?? -1) + 1;
};

/** What an answer points at has to be there: a picture, a scenario, the entry's topic. */
async function pointsAtNothing(
  ctx: Ctx,
  entry: EntryInput,
  current: BookVersion | null,
): Promise<"topic" | "media" | "start" | null> {
  const { answer, category } = entry;
  if (category !== null && !contentOf(current).topics.some((topic) => topic.key === category)) return "topic";
  if ("mediaId" in answer && answer.mediaId !== null) {
    const places = await findMediaPlaces(ctx, { ids: [answer.mediaId], base: "" });
    if (!places[answer.mediaId]) return "media";
  }
  if (answer.kind === "scenario") {
    const starts = startsOf(await listPublishedScenarios(ctx));
    if (!starts.some((start) => start.key === answer.start)) return "start";
  }
  return null;
}

async function conflict(ctx: Ctx, stored: StoredEntry): Promise<SavedEntry> {
  return {
    kind: "conflict",
    seen: stored.updatedAt.toISOString(),
    by: await findStaffName(ctx, { staffId: stored.updatedBy }),
    theirs: typedEntry(stored),
  };
}

/**
 * Saves one entry into the draft, which is begun when there is none. What somebody else saved meanwhile is handed back
 * instead of overwritten. Whoever writes for one section writes that section's entries, and cannot give them away.
 */
export async function saveEntry(
  ctx: StaffCtx,
  input: z.output<typeof saveEntryInput>,
): Promise<Result<SavedEntry, "gone" | "topic" | "media" | "start" | "full">> {
  demand(ctx, "bot.write", { sectionId: input.entry.sectionId });
  return writing(ctx, async (inner, book) => {
    const stored =
      input.key !== null && book.current
        ? await findEntry(inner, { versionId: book.current.id, key: input.key })
        : null;
    if (input.key !== null && (!stored || stored.kind === "garbage")) return no("gone");
    if (stored) demand(ctx, "bot.write", { sectionId: stored.sectionId });
    const wanted: BotEntry = { ...input.entry, key: input.key ?? newId(), note: stored?.note ?? null };
    const changed = stored ? changedFields(stored, wanted) : ENTRY_FIELDS;
    if (stored && changed.length === 0)
      return ok({
        kind: "saved" as const,
        key: stored.key,
        seen: stored.updatedAt.toISOString(),
        settled: 0,
      });
    if (stored && stored.updatedAt.toISOString() !== input.seen) return ok(await conflict(inner, stored));
    const missing = await pointsAtNothing(inner, input.entry, book.current);
    if (missing) return no(missing);
    if (!stored && book.current) {
      const [size] = await inner.db
        .select({ n: count() })
        .from(botEntries)
        .where(eq(botEntries.versionId, book.current.id));
      if ((size?.n ?? 0) >= MOST_ENTRIES) return no("full");
    }
    const draft = await draftOf(inner, { book: "faq", ...book });
    const position = stored?.position ?? (await nextPosition(inner, draft));
    const by = { updatedAt: ctx.now, updatedBy: ctx.actor.staffId };
    await writeEntry(inner, draft, { ...wanted, position }, by);
    await touchDraft(inner, draft);
    await note(inner, stored ? "change" : "add", wanted.key, changed);
    const settled = await settleMisses(inner, { folded: input.misses, entry: `f:${wanted.key}` });
    return ok({ kind: "saved" as const, key: wanted.key, seen: ctx.now.toISOString(), settled });
  });
}

/** Takes an entry out of the draft; residents keep getting it until the draft is published. */
export async function removeEntry(
  ctx: StaffCtx,
  input: z.output<typeof removeEntryInput>,
): Promise<Result<null, "gone" | "changed">> {
  demand(ctx, "bot.write");
  return writing(ctx, async (inner, book) => {
    const stored = book.current
      ? await findEntry(inner, { versionId: book.current.id, key: input.key })
      : null;
    if (!stored) return no("gone");
    demand(ctx, "bot.write", { sectionId: stored.sectionId });
    if (stored.updatedAt.toISOString() !== input.seen) return no("changed");
    const draft = await draftOf(inner, { book: "faq", ...book });
    await inner.db
      .delete(botEntries)
      .where(and(eq(botEntries.versionId, draft.id), eq(botEntries.key, input.key)));
    await touchDraft(inner, draft);
    await note(inner, "remove", input.key, []);
    return ok(null);
  });
}

/** Makes the draft hold one entry as it is live: what was changed or removed comes back, what was added goes. */
export async function revertEntry(
  ctx: StaffCtx,
  input: z.output<typeof revertEntryInput>,
): Promise<Result<null, "not-there">> {
  demand(ctx, "bot.write");
  return writing(ctx, async (inner, { live, draft }) => {
    if (!draft) return no("not-there");
    const before = live ? await findEntry(inner, { versionId: live.id, key: input.key }) : null;
    const drafted = await findEntry(inner, { versionId: draft.id, key: input.key });
    if (!before && !drafted) return no("not-there");
    for (const one of [before, drafted]) if (one) demand(ctx, "bot.write", { sectionId: one.sectionId });
    if (before && drafted && changedFields(before, drafted).length === 0) return no("not-there");
    // As the copies of a draft do, it keeps the time of its last change.
    if (before) await writeEntry(inner, draft, before, before);
    else
      await inner.db
        .delete(botEntries)
        .where(and(eq(botEntries.versionId, draft.id), eq(botEntries.key, input.key)));
    await touchDraft(inner, draft);
    await note(inner, "revert", input.key, []);
    return ok(null);
  });
}

/** The topics and the counter's phone. They are the whole city's. */
export async function saveContent(
  ctx: StaffCtx,
  input: z.output<typeof saveContentInput>,
): Promise<Result<null, "changed" | "topic-used" | "phone">> {
  demand(ctx, "bot.write", { sectionId: null });
  return writing(ctx, async (inner, book) => {
    const before = contentOf(book.current);
    if (isSame(before, input.content)) return ok(null);
    if (!isSame(before, input.was)) return no("changed");
    const kept = new Set(input.content.topics.map((topic) => topic.key));
    if (book.current) {
      const used = await inner.db
        .selectDistinct({ category: botEntries.category })
        .from(botEntries)
        .where(eq(botEntries.versionId, book.current.id));
      const gone = before.topics.filter((topic) => !kept.has(topic.key));
      if (gone.some((topic) => used.some((row) => row.category === topic.key))) return no("topic-used");
    }
    const { phoneKey } = input.content;
    if (phoneKey !== null) {
      const { phones } = await getCityProfile(inner);
      if (!phones.some((phone) => phone.key === phoneKey)) return no("phone");
    }
    const draft = await draftOf(inner, { book: "faq", ...book });
    await inner.db.update(botVersions).set({ content: input.content }).where(eq(botVersions.id, draft.id));
    await touchDraft(inner, draft);
    await recordAudit(inner, {
      action: "bot.content-change",
      subjectKind: "bot-book",
      subjectId: `faq@${draft.number}`,
      fields: (["topics", "phoneKey"] as const).filter((part) => !isSame(before[part], input.content[part])),
    });
    return ok(null);
  });
}
