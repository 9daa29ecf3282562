import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Book, VersionState } from "@/db/enums";
import { botEntries, botVersions, staff } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { BotEntry } from "./entry";

export type BookVersion = typeof botVersions.$inferSelect;
export type StoredEntry = BotEntry & { position: number; updatedAt: Date; updatedBy: number | null };

/** A version in the list of a book's versions. */
export type VersionRow = {
  id: number;
  number: number;
  state: VersionState;
  note: string;
  basedOn: number | null;
  createdAt: Date;
  createdBy: string | null;
  publishedAt: Date | null;
  publishedBy: string | null;
  updatedAt: Date;
  entries: number;
};

async function findVersion(ctx: Ctx, book: Book, state: "live" | "draft"): Promise<BookVersion | null> {
  const [row] = await ctx.db
    .select()
    .from(botVersions)
    .where(and(eq(botVersions.book, book), eq(botVersions.state, state)));
  return row ?? null;
}

export const findLive = (ctx: Ctx, args: { book: Book }): Promise<BookVersion | null> =>
  findVersion(ctx, args.book, "live");
export const findDraft = (ctx: Ctx, args: { book: Book }): Promise<BookVersion | null> =>
  findVersion(ctx, args.book, "draft");

/** One version of that book; throws `not-found`. */
export async function getVersion(ctx: Ctx, args: { book: Book; versionId: number }): Promise<BookVersion> {
  const [row] = await ctx.db
    .select()
    .from(botVersions)
    .where(and(eq(botVersions.book, args.book), eq(botVersions.id, args.versionId)));
  if (!row) throw new AppError("not-found", `bot version ${args.versionId}`);
  return row;
}

/** All versions of a book, newest first. */
export async function listVersions(ctx: Ctx, args: { book: Book }): Promise<VersionRow[]> {
  const name = (id: typeof botVersions.createdBy | typeof botVersions.publishedBy) =>
    sql<string | null>`(select ${staff.name} from ${staff} where ${staff.id} = ${id})`;
  return ctx.db
    .select({
      id: botVersions.id,
      number: botVersions.number,
      state: botVersions.state,
      note: botVersions.note,
      basedOn: botVersions.basedOn,
      createdAt: botVersions.createdAt,
      createdBy: name(botVersions.createdBy),
      publishedAt: botVersions.publishedAt,
      publishedBy: name(botVersions.publishedBy),
      updatedAt: botVersions.updatedAt,
      // Written out: in a select of one table Drizzle names columns alone, and entries have an id of their own.
      entries: sql<number>`(select count(*)::int from ${botEntries} where ${botEntries.versionId} = "bot_versions"."id")`,
    })
    .from(botVersions)
    .where(eq(botVersions.book, args.book))
    .orderBy(desc(botVersions.number));
}

/** The entries of a version, in its order. */
export async function listEntries(ctx: Ctx, args: { versionId: number }): Promise<StoredEntry[]> {
  const rows = await ctx.db
    .select()
    .from(botEntries)
    .where(eq(botEntries.versionId, args.versionId))
    .orderBy(asc(botEntries.position), asc(botEntries.id));
  return rows.map(({ id: _id, versionId: _version, ...entry }) => entry);
}

/** The live versions of all books: a worker rebuilds its index when one of these ids changes. */
export async function listLiveIds(ctx: Ctx): Promise<{ book: Book; id: number }[]> {
  return ctx.db
    .select({ book: botVersions.book, id: botVersions.id })
    .from(botVersions)
    .where(eq(botVersions.state, "live"))
    .orderBy(asc(botVersions.book));
}

/**
 * The book's versions that can still change; held until the transaction ends. Who writes to a book comes here first: a
 * lock on rows alone would not show a version that was published while one waited.
 */
export async function lockBook(
  ctx: Ctx,
  args: { book: Book },
): Promise<{ live: BookVersion | null; draft: BookVersion | null }> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`bot-book:${args.book}`}))`);
  return { live: await findLive(ctx, args), draft: await findDraft(ctx, args) };
}
