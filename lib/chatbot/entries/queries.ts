import { and, eq } from "drizzle-orm";
import { botEntries, staff } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { type BookVersion, findDraft, findLive, listEntries, type StoredEntry } from "../books/queries";
import { type FaqContent, faqContent } from "../faq/content";

/** What staff work on: the draft when there is one, else what is live; and what is live, to compare with. */
export type Desk = {
  live: BookVersion | null;
  draft: BookVersion | null;
  content: FaqContent;
  entries: StoredEntry[];
  liveEntries: StoredEntry[];
};

export const contentOf = (version: BookVersion | null): FaqContent =>
  faqContent.parse(version?.content ?? {});

export async function getDesk(ctx: Ctx): Promise<Desk> {
  const [live, draft] = await Promise.all([findLive(ctx, { book: "faq" }), findDraft(ctx, { book: "faq" })]);
  const read = (version: BookVersion | null) =>
    version ? listEntries(ctx, { versionId: version.id }) : Promise.resolve([]);
  const [liveEntries, drafted] = await Promise.all([read(live), read(draft)]);
  return {
    live,
    draft,
    content: contentOf(draft ?? live),
    entries: draft ? drafted : liveEntries,
    liveEntries,
  };
}

export async function findEntry(
  ctx: Ctx,
  args: { versionId: number; key: string },
): Promise<StoredEntry | null> {
  const [row] = await ctx.db
    .select()
    .from(botEntries)
    .where(and(eq(botEntries.versionId, args.versionId), eq(botEntries.key, args.key)));
  if (!row) return null;
  const { id: _id, versionId: _version, ...entry } = row;
  return entry;
}

export async function findStaffName(ctx: Ctx, args: { staffId: number | null }): Promise<string | null> {
  if (args.staffId === null) return null;
  const [row] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, args.staffId));
  return row?.name ?? null;
}
