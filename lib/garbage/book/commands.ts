import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Book } from "@/db/enums";
import { botEntries, botVersions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { demand, draftOf, touchDraft } from "@/lib/chatbot/books/commands";
import { type BookVersion, listEntries, lockBook } from "@/lib/chatbot/books/queries";
import { type Ctx, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { fold } from "@/lib/scenarios/fold";
import { type GarbageCalendar, garbageCalendar } from "../calendar";
import { type GarbageCategory, garbageContent } from "../categories";
import { keysFor } from "../import/keys";
import {
  deletedArea,
  deletedExtra,
  deletedKind,
  deletedSuspension,
  type Edit,
  savedArea,
  savedExtra,
  savedKind,
  savedPutOutBy,
  savedSuspension,
} from "./calendar-edit";
import { deletedCategory, savedCategory } from "./category-edit";
import { withOneSpelling } from "./centers";
import { DRAFT_REFUSALS, type DraftRefusal } from "./messages";
import { calendarIn, categoriesIn } from "./queries";
import type {
  areaGone,
  areaInput,
  categoryGone,
  categoryInput,
  dayGone,
  extraInput,
  itemGone,
  itemInput,
  kindGone,
  kindInput,
  putOutByInput,
  suspensionInput,
} from "./schema";

type In<S extends z.ZodType> = z.output<S>;
export type DraftResult = Result<{ key: string }, DraftRefusal>;
const no = (reason: DraftRefusal) => refused(reason, DRAFT_REFUSALS[reason]);
const staffId = (ctx: Ctx): number | null => (ctx.actor.kind === "staff" ? ctx.actor.staffId : null);

/** A change of a book's draft, begun if need be; nothing at all when it is refused. */
async function inDraft(
  ctx: Ctx,
  book: Book,
  fields: string[],
  change: (inner: Ctx, draft: BookVersion) => Promise<DraftResult>,
): Promise<DraftResult> {
  demand(ctx, "bot.write", { sectionId: null });
  try {
    return await ctx.db.transaction(async (tx) => {
      const inner = within(ctx, tx);
      const draft = await draftOf(inner, { book, ...(await lockBook(inner, { book })) });
      const done = await change(inner, draft);
      if (!done.ok) throw new Refusal(done);
      await touchDraft(inner, draft);
      await recordAudit(inner, {
        action: "bot.draft-edit",
        subjectKind: "bot-book",
        subjectId: `${book}@${draft.number}`,
        fields,
      });
      return done;
    });
  } catch (error) {
    if (error instanceof Refusal) return error.result;
    throw error;
  }
}

/** Takes a draft that was begun for nothing back with it. */
class Refusal extends Error {
  constructor(readonly result: Extract<DraftResult, { ok: false }>) {
    super(result.reason);
  }
}

const saveContent = (ctx: Ctx, draft: BookVersion, content: object) =>
  ctx.db.update(botVersions).set({ content }).where(eq(botVersions.id, draft.id));

export const saveItem = (ctx: Ctx, input: In<typeof itemInput>): Promise<DraftResult> =>
  inDraft(ctx, "garbage", ["title", "reading", "synonyms", "category", "note"], async (inner, draft) => {
    const entries = await listEntries(inner, { versionId: draft.id });
    const { key, seen, title, category } = input;
    const was = key === null ? null : entries.find((entry) => entry.key === key);
    if (was === undefined) return no("gone");
    if (was && was.updatedAt.toISOString() !== seen) return no("changed");
    if (!categoriesIn(draft).some((one) => one.key === category)) return no("no-category");
    const folded = fold(title);
    const twin = entries.some((e) => e.key !== key && e.category === category && fold(e.title) === folded);
    if (twin || folded === "") return no("taken");
    const row = {
      title,
      category,
      reading: input.reading || null,
      note: input.note || null,
      synonyms: input.synonyms.filter((word) => word !== title),
      updatedAt: inner.now,
      updatedBy: staffId(inner),
    };
    if (was) {
      await inner.db
        .update(botEntries)
        .set(row)
        .where(and(eq(botEntries.versionId, draft.id), eq(botEntries.key, was.key)));
      return ok({ key: was.key });
    }
    if (entries.length >= 50_000) return no("too-many");
    // Known ones keep their keys: none of them is looked for, so that a twin of another category gets its own.
    const known = entries.map((entry) => ({ key: entry.key, title: "", category: null }));
    const made = keysFor([{ folded, category }], known)[0] ?? "";
    await inner.db.insert(botEntries).values({
      ...row,
      versionId: draft.id,
      key: made,
      kind: "garbage",
      position: sql`(select coalesce(max(e.position), 0) + 1 from bot_entries e where e.version_id = ${draft.id})`,
    });
    return ok({ key: made });
  });

export const deleteItem = (ctx: Ctx, { key, seen }: In<typeof itemGone>): Promise<DraftResult> =>
  inDraft(ctx, "garbage", ["entries"], async (inner, draft) => {
    const here = and(eq(botEntries.versionId, draft.id), eq(botEntries.key, key));
    const [was] = await inner.db.select({ at: botEntries.updatedAt }).from(botEntries).where(here);
    if (!was) return no("gone");
    if (was.at.toISOString() !== seen) return no("changed");
    await inner.db.delete(botEntries).where(here);
    return ok({ key });
  });

async function editCategories(
  ctx: Ctx,
  edit: (categories: GarbageCategory[]) => Edit<GarbageCategory[]>,
): Promise<DraftResult> {
  return inDraft(ctx, "garbage", ["categories"], async (inner, draft) => {
    const done = edit(categoriesIn(draft));
    if (!done.ok) return no(done.reason);
    await saveContent(inner, draft, garbageContent.parse({ categories: done.value }));
    return ok({ key: done.key });
  });
}

export const saveCategory = (ctx: Ctx, input: In<typeof categoryInput>): Promise<DraftResult> =>
  editCategories(ctx, (categories) => savedCategory(categories, input));

export async function deleteCategory(ctx: Ctx, input: In<typeof categoryGone>): Promise<DraftResult> {
  return inDraft(ctx, "garbage", ["categories"], async (inner, draft) => {
    const [used] = await inner.db
      .select({ key: botEntries.key })
      .from(botEntries)
      .where(and(eq(botEntries.versionId, draft.id), eq(botEntries.category, input.key)))
      .limit(1);
    if (used) return no("used");
    const done = deletedCategory(categoriesIn(draft), input);
    if (!done.ok) return no(done.reason);
    await saveContent(inner, draft, garbageContent.parse({ categories: done.value }));
    return ok({ key: done.key });
  });
}

const editCalendar =
  <I>(field: string, edit: (calendar: GarbageCalendar, input: I) => Edit<GarbageCalendar>) =>
  (ctx: Ctx, input: I): Promise<DraftResult> =>
    inDraft(ctx, "calendar", [field], async (inner, draft) => {
      const done = edit(calendarIn(draft), input);
      if (!done.ok) return no(done.reason);
      await saveContent(inner, draft, garbageCalendar.parse(withOneSpelling(done.value)));
      return ok({ key: done.key });
    });

export const saveArea = editCalendar<In<typeof areaInput>>("areas", savedArea);
export const deleteArea = editCalendar<In<typeof areaGone>>("areas", deletedArea);
export const saveKind = editCalendar<In<typeof kindInput>>("kinds", savedKind);
export const deleteKind = editCalendar<In<typeof kindGone>>("kinds", deletedKind);
export const saveSuspension = editCalendar<In<typeof suspensionInput>>("suspensions", savedSuspension);
export const deleteSuspension = editCalendar<In<typeof dayGone>>("suspensions", deletedSuspension);
export const saveExtra = editCalendar<In<typeof extraInput>>("extras", savedExtra);
export const deleteExtra = editCalendar<In<typeof dayGone>>("extras", deletedExtra);
export const savePutOutBy = editCalendar<In<typeof putOutByInput>>("putOutBy", savedPutOutBy);
