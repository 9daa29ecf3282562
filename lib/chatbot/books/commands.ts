import { and, eq, sql } from "drizzle-orm";
import type { Book } from "@/db/enums";
import { botEntries, botVersions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { assertCan, type Permission, type Target } from "@/lib/auth/permission";
import { type Ctx, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { differenceOf, isEmptyDifference, isSame } from "./difference";
import type { BotEntry } from "./entry";
import { BOOK_REFUSALS, type BookRefusal } from "./messages";
import { type BookVersion, getVersion, listEntries, lockBook } from "./queries";

const no = <R extends BookRefusal>(reason: R) => refused(reason, BOOK_REFUSALS[reason]);
const staffId = (ctx: Ctx): number | null => (ctx.actor.kind === "staff" ? ctx.actor.staffId : null);

/** Jobs and presets act for the house; a person needs the permission. */
export function demand(ctx: Ctx, permission: Permission, target?: Target): void {
  if (ctx.actor.kind === "system") return;
  assertCan(ctx.actor.kind === "staff" ? ctx.actor : { roles: [] }, permission, target);
}

const note = (
  ctx: Ctx,
  action: string,
  version: Pick<BookVersion, "book" | "number">,
  fields: string[] = [],
) =>
  recordAudit(ctx, {
    action: `bot.${action}`,
    subjectKind: "bot-book",
    subjectId: `${version.book}@${version.number}`,
    fields,
  });

async function insertVersion(
  ctx: Ctx,
  row: Pick<BookVersion, "book" | "state" | "content" | "note" | "basedOn">,
): Promise<BookVersion> {
  const isLive = row.state === "live";
  const [made] = await ctx.db
    .insert(botVersions)
    .values({
      ...row,
      number: sql`(select coalesce(max(v.number), 0) + 1 from bot_versions v where v.book = ${row.book})`,
      createdBy: staffId(ctx),
      createdAt: ctx.now,
      updatedAt: ctx.now,
      publishedBy: isLive ? staffId(ctx) : null,
      publishedAt: isLive ? ctx.now : null,
    })
    .returning();
  if (!made) throw new Error("a version was not inserted");
  return made;
}

/** Copies keep the time of their last change: who has an entry open may save it in the draft begun meanwhile. */
const copyEntries = (ctx: Ctx, from: number, to: number) =>
  ctx.db.execute(sql`
    insert into bot_entries (version_id, key, kind, title, reading, synonyms, category, note, answer, valid_from,
      valid_until, section_id, reviewed_on, position, updated_at, updated_by)
    select ${to}, key, kind, title, reading, synonyms, category, note, answer, valid_from,
      valid_until, section_id, reviewed_on, position, updated_at, updated_by
    from bot_entries where version_id = ${from} order by position, id`);

const retire = (ctx: Ctx, version: BookVersion | null) =>
  version
    ? ctx.db
        .update(botVersions)
        .set({ state: "retired", updatedAt: ctx.now })
        .where(eq(botVersions.id, version.id))
    : null;

/** For writers of a book, inside their transaction and after `lockBook`: the draft, begun from the live one if need be. */
export async function draftOf(
  ctx: Ctx,
  input: { book: Book; live: BookVersion | null; draft: BookVersion | null },
): Promise<BookVersion> {
  if (input.draft) return input.draft;
  const { book, live } = input;
  const made = await insertVersion(ctx, {
    book,
    state: "draft",
    content: live?.content ?? {},
    note: "",
    basedOn: live?.id ?? null,
  });
  if (live) await copyEntries(ctx, live.id, made.id);
  await note(ctx, "draft-open", made);
  return made;
}

/** Says that the draft was changed: who looked at it before has to look again before publishing. */
export const touchDraft = (ctx: Ctx, draft: Pick<BookVersion, "id">) =>
  ctx.db
    .update(botVersions)
    // Two changes within a millisecond are two changes.
    .set({
      updatedAt: sql`greatest(${ctx.now.toISOString()}::timestamptz, ${botVersions.updatedAt} + interval '1 ms')`,
    })
    .where(eq(botVersions.id, draft.id));

/** The book's draft; a copy of the live version is begun when there is none. */
export async function openDraft(ctx: Ctx, input: { book: Book }): Promise<BookVersion> {
  demand(ctx, "bot.write");
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    return draftOf(inner, { ...input, ...(await lockBook(inner, input)) });
  });
}

const ROWS_AT_ONCE = 1000;

/**
 * Makes the draft hold exactly these entries, in this order, and this content: what an import brings. Entries that stay
 * as they were keep the time of their last change.
 */
export async function fillDraft(
  ctx: Ctx,
  input: { book: Book; content: object; entries: readonly BotEntry[]; note: string },
): Promise<BookVersion> {
  demand(ctx, "bot.write", { sectionId: null });
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const draft = await draftOf(inner, { book: input.book, ...(await lockBook(inner, input)) });
    const before = new Map((await listEntries(inner, { versionId: draft.id })).map((e) => [e.key, e]));
    await tx.delete(botEntries).where(eq(botEntries.versionId, draft.id));
    const rows = input.entries.map((entry, position) => {
      const was = before.get(entry.key);
      const same = was && differenceOf([was], [entry]).changed.length === 0;
      return {
        ...entry,
        versionId: draft.id,
        position,
        updatedAt: same ? was.updatedAt : ctx.now,
        updatedBy: same ? was.updatedBy : staffId(ctx),
      };
    });
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await tx.insert(botEntries).values(rows.slice(at, at + ROWS_AT_ONCE));
    await tx
      .update(botVersions)
      .set({ content: input.content, note: input.note })
      .where(eq(botVersions.id, draft.id));
    await touchDraft(inner, draft);
    await note(inner, "draft-fill", draft, ["content", "entries"]);
    return getVersion(inner, { book: input.book, versionId: draft.id });
  });
}

/**
 * The draft becomes the live version, at once for every worker. `seenAt`: the draft's `updatedAt` as whoever publishes
 * saw it; a draft that was changed since is not published unseen. Null: published by the program that wrote it.
 * `liveId`: what they saw as live, so that a roll-back made meanwhile is not undone unseen; left out by programs.
 */
export async function publishBook(
  ctx: Ctx,
  input: { book: Book; seenAt: Date | null; liveId?: number | null; note: string },
): Promise<Result<BookVersion, "no-draft" | "draft-changed" | "live-changed" | "unchanged">> {
  demand(ctx, "bot.publish");
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { live, draft } = await lockBook(inner, input);
    if (!draft) return no("no-draft");
    if (input.seenAt && input.seenAt.getTime() !== draft.updatedAt.getTime()) return no("draft-changed");
    if (input.liveId !== undefined && input.liveId !== (live?.id ?? null)) return no("live-changed");
    if (live && isSame(live.content, draft.content)) {
      const before = await listEntries(inner, { versionId: live.id });
      const after = await listEntries(inner, { versionId: draft.id });
      if (isEmptyDifference(differenceOf(before, after))) return no("unchanged");
    }
    await retire(inner, live);
    await tx
      .update(botVersions)
      .set({
        state: "live",
        note: input.note,
        publishedBy: staffId(ctx),
        publishedAt: ctx.now,
        updatedAt: ctx.now,
      })
      .where(eq(botVersions.id, draft.id));
    await note(inner, "publish", draft);
    return ok(await getVersion(inner, { book: input.book, versionId: draft.id }));
  });
}

/**
 * A copy of an older version becomes the live one. A draft stays as it is: its difference from what is live now shows
 * what publishing it would bring back. `liveId`: what the person saw as live.
 */
export async function rollBackBook(
  ctx: Ctx,
  input: { book: Book; versionId: number; liveId: number; note: string },
): Promise<Result<BookVersion, "is-live" | "never-live" | "live-changed">> {
  demand(ctx, "bot.publish");
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { live } = await lockBook(inner, input);
    const target = await getVersion(inner, input);
    if (live?.id !== input.liveId) return no("live-changed");
    if (target.state === "live") return no("is-live");
    if (target.state === "draft" || target.publishedAt === null) return no("never-live");
    await retire(inner, live);
    const made = await insertVersion(inner, {
      book: input.book,
      state: "live",
      content: target.content,
      note: input.note,
      basedOn: target.id,
    });
    await copyEntries(inner, target.id, made.id);
    await note(inner, "roll-back", made);
    return ok(made);
  });
}

/** The draft is thrown away; what is live stays. */
export async function discardDraft(
  ctx: Ctx,
  input: { book: Book; seenAt: Date },
): Promise<Result<{ number: number }, "no-draft" | "draft-changed">> {
  demand(ctx, "bot.write", { sectionId: null });
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { draft } = await lockBook(inner, input);
    if (!draft) return no("no-draft");
    if (input.seenAt.getTime() !== draft.updatedAt.getTime()) return no("draft-changed");
    await tx.delete(botVersions).where(and(eq(botVersions.id, draft.id), eq(botVersions.state, "draft")));
    await note(inner, "draft-discard", draft);
    return ok({ number: draft.number });
  });
}
