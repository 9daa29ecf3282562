import "server-only";
import { requireStaff, type StaffCtx } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { days } from "@/lib/core/time";
import { getBookState } from "../books/compare/queries";
import { readFrame } from "../desk/loaders";
import { readIndex } from "../desk/queries";
import { refOf } from "../tap";
import { groupMisses } from "./group";
import { MOST_MISSES } from "./limits";
import { countDecided, listDecided, listWaiting } from "./queries";
import { type MissSearch, parseMissSearch } from "./search";
import { type Suggestion, suggest, targetOf } from "./suggest";
import { isTeachable } from "./words";

const GROUPS = 20;
const ROWS = 50;

async function readWaiting(ctx: StaffCtx, search: MissSearch, since: Date | null) {
  const groups = groupMisses(await listWaiting(ctx, { since, sort: search.sort }), search.sort);
  const pages = Math.max(1, Math.ceil(groups.length / GROUPS));
  const page = Math.min(search.page, pages);
  const { index, entries } = await readIndex(ctx);
  const mine = new Set<unknown>(
    entries.filter(({ sectionId }) => can(ctx.actor, "bot.write", { sectionId }).ok),
  );
  return {
    page,
    pages,
    total: groups.length,
    groups: groups.slice((page - 1) * GROUPS, page * GROUPS).map((group) => {
      const misses = group.misses.slice(0, MOST_MISSES);
      return {
        ...group,
        misses,
        /** Words that can be taught with one press. */
        words: [...new Set(misses.map((miss) => miss.sample).filter(isTeachable))],
        suggestion: suggest(index, group.first.sample, mine) satisfies Suggestion,
      };
    }),
  };
}

async function readDecided(ctx: StaffCtx, search: MissSearch, since: Date | null) {
  if (search.shelf === "open") return { page: 1, pages: 1, total: 0, rows: [] };
  const { shelf, page } = search;
  const { rows, total } = await listDecided(ctx, { shelf, since, page, size: ROWS });
  const { entries } = await readIndex(ctx);
  const byRef = new Map(entries.map((entry) => [refOf(entry) as string, entry]));
  return {
    page,
    total,
    pages: Math.max(1, Math.ceil(total / ROWS)),
    rows: rows.map((row) => {
      const entry = row.entryKey === null ? undefined : byRef.get(row.entryKey);
      return { ...row, entry: entry ? targetOf(entry) : null };
    }),
  };
}

/** 未回答: what residents asked in vain, grouped, with what would help; or what was decided about such questions. */
export async function loadMisses(source: Record<string, string | string[] | undefined>) {
  const ctx = await requireStaff("bot.view");
  const search = parseMissSearch(source);
  const since = search.days === null ? null : new Date(ctx.now.getTime() - days(search.days));
  const [frame, garbage, decided, list, waiting] = await Promise.all([
    readFrame(ctx),
    getBookState(ctx, { book: "garbage" }),
    countDecided(ctx),
    readDecided(ctx, search, since),
    search.shelf === "open" ? readWaiting(ctx, search, since) : { page: 1, pages: 1, total: 0, groups: [] },
  ]);
  return { frame, garbage, search, counts: { open: frame.openMisses, ...decided }, list, waiting };
}
export type LoadedMisses = Awaited<ReturnType<typeof loadMisses>>;
export type LoadedMissGroup = LoadedMisses["waiting"]["groups"][number];
export type DecidedMiss = LoadedMisses["list"]["rows"][number];
