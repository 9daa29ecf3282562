import { type SQL, sql } from "drizzle-orm";
import type { Book, VersionState } from "@/db/enums";
import type { Ctx } from "@/lib/core/context";
import { differenceOf, isSame } from "../difference";
import { findDraft, findLive, getVersion, listEntries, listVersions } from "../queries";
import type { BookState, ChangeCounts } from "../state";
import { type DifferenceLine, differenceLines, type EntryNames } from "../words";

/** The columns that count as a change: ENTRY_FIELDS of lib/chatbot/books/difference.ts. */
const parts = (of: "a" | "b"): SQL => {
  const t = sql.raw(of);
  return sql`(${t}.kind, ${t}.title, ${t}.reading, ${t}.synonyms, ${t}.category, ${t}.note, ${t}.answer, ${t}.valid_from,
    ${t}.valid_until, ${t}.section_id, ${t}.reviewed_on)`;
};

/** `from` null: against nothing. */
const joined = (args: { from: number | null; to: number }): SQL => sql`
  (select * from bot_entries where version_id = ${args.from}) a
  full join (select * from bot_entries where version_id = ${args.to}) b using (key)`;

/** Without reading a single entry: an imported dictionary has thousands. */
async function countBetween(
  ctx: Ctx,
  args: { from: number | null; to: number },
): Promise<Omit<ChangeCounts, "content">> {
  const found = await ctx.db.execute<{ added: number; changed: number; removed: number }>(sql`
    select count(*) filter (where a.version_id is null)::int as added,
      count(*) filter (where b.version_id is null)::int as removed,
      count(*) filter (where a.version_id is not null and b.version_id is not null
        and ${parts("a")} is distinct from ${parts("b")})::int as changed
    from ${joined(args)}`);
  const [row] = found.rows;
  return { added: row?.added ?? 0, changed: row?.changed ?? 0, removed: row?.removed ?? 0 };
}

/** What would come, change and go if that version took the place of what is live. */
export async function countAgainstLive(
  ctx: Ctx,
  args: { book: Book; versionId: number },
): Promise<ChangeCounts> {
  const [live, version] = await Promise.all([findLive(ctx, args), getVersion(ctx, args)]);
  const counts = await countBetween(ctx, { from: live?.id ?? null, to: version.id });
  return { ...counts, content: !isSame(live?.content ?? {}, version.content) };
}

/** Who has a hand in the draft: whoever began it, and whoever changed an entry in it; the last one first. */
async function listWriters(ctx: Ctx, args: { from: number | null; to: number }): Promise<string[]> {
  const found = await ctx.db.execute<{ name: string }>(sql`
    select s.name from (
      select b.updated_by as id, b.updated_at as at from ${joined(args)}
      where b.version_id is not null and (a.version_id is null or ${parts("a")} is distinct from ${parts("b")})
      union all select v.created_by, v.created_at from bot_versions v where v.id = ${args.to}
    ) hands join staff s on s.id = hands.id
    group by s.id, s.name order by max(hands.at) desc, s.id`);
  return found.rows.map((row) => row.name);
}

export async function getBookState(ctx: Ctx, args: { book: Book }): Promise<BookState> {
  const { book } = args;
  const [live, draft, versions] = await Promise.all([
    findLive(ctx, args),
    findDraft(ctx, args),
    listVersions(ctx, args),
  ]);
  const by = versions.find((row) => row.id === live?.id)?.publishedBy ?? null;
  const state: BookState = {
    book,
    live: live && { id: live.id, number: live.number, publishedAt: live.publishedAt, publishedBy: by },
    draft: null,
  };
  if (!draft) return state;
  const range = { from: live?.id ?? null, to: draft.id };
  const [counts, writers] = await Promise.all([countBetween(ctx, range), listWriters(ctx, range)]);
  const { id, number, updatedAt, note } = draft;
  return {
    ...state,
    draft: {
      id,
      number,
      updatedAt,
      note,
      counts: { ...counts, content: !isSame(live?.content ?? {}, draft.content) },
      by: writers,
      isBehind: draft.basedOn !== (live?.id ?? null),
    },
  };
}

export type BookDifference = {
  /** Null: nothing is live yet. */
  from: { number: number; content: unknown } | null;
  to: { id: number; number: number; content: unknown; state: VersionState };
  lines: DifferenceLine[];
  isContentChanged: boolean;
};

/**
 * What would change if that version took the place of what is live: `versionId` null asks for the draft. Null: there is
 * no such version of this book.
 */
export async function findDifference(
  ctx: Ctx,
  args: { book: Book; versionId: number | null; names: EntryNames },
): Promise<BookDifference | null> {
  const { book, versionId, names } = args;
  const live = await findLive(ctx, { book });
  const to = versionId === null ? await findDraft(ctx, { book }) : await getVersion(ctx, { book, versionId });
  if (!to) return null;
  const [before, after] = await Promise.all([
    live ? listEntries(ctx, { versionId: live.id }) : [],
    listEntries(ctx, { versionId: to.id }),
  ]);
  return {
    from: live && { number: live.number, content: live.content },
    to: { id: to.id, number: to.number, content: to.content, state: to.state },
    lines: differenceLines(differenceOf(before, after), names),
    isContentChanged: !isSame(live?.content ?? {}, to.content),
  };
}
