import { and, count, desc, eq, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import { botMisses, staff } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import type { Miss } from "./group";
import type { MissShelf, MissSort } from "./search";
import { isBack, isOpen, times } from "./sql";

/** So many are compared with each other; what is asked once by one person lies below them. */
export const COMPARED = 300;

type Decided = Miss & { entryKey: string | null; reason: string | null; by: string | null; at: Date | null };

const COLUMNS = {
  folded: botMisses.folded,
  sample: botMisses.sample,
  unanswered: botMisses.unanswered,
  unhelpful: botMisses.unhelpful,
  firstAt: botMisses.firstAt,
  lastAt: botMisses.lastAt,
};

const orderOf = (sort: MissSort): SQL[] =>
  sort === "count" ? [desc(times()), desc(botMisses.lastAt)] : [desc(botMisses.lastAt)];

/** What waits for somebody: open, and settled ones that came back. Each kind by its own index. */
export async function listWaiting(ctx: Ctx, args: { since: Date | null; sort: MissSort }): Promise<Miss[]> {
  const { since, sort } = args;
  const read = (condition: SQL | undefined) =>
    ctx.db
      .select(COLUMNS)
      .from(botMisses)
      .where(and(condition, since ? gte(botMisses.lastAt, since) : undefined))
      .orderBy(...orderOf(sort))
      .limit(COMPARED);
  const [open, back] = await Promise.all([read(isOpen()), read(isBack())]);
  return [
    ...open.map((row) => ({ ...row, isBack: false })),
    ...back.map((row) => ({ ...row, isBack: true })),
  ];
}

/** What somebody has decided about, the last decision first. */
export async function listDecided(
  ctx: Ctx,
  args: { shelf: Exclude<MissShelf, "open">; since: Date | null; page: number; size: number },
): Promise<{ rows: Decided[]; total: number }> {
  const { shelf, since, page, size } = args;
  const where = and(
    eq(botMisses.state, shelf),
    shelf === "settled" ? sql`(${isBack()}) is not true` : undefined,
    since ? gte(botMisses.lastAt, since) : undefined,
  );
  const rows = await ctx.db
    .select({
      ...COLUMNS,
      entryKey: botMisses.entryKey,
      reason: botMisses.reason,
      by: staff.name,
      at: botMisses.settledAt,
    })
    .from(botMisses)
    .leftJoin(staff, eq(staff.id, botMisses.settledBy))
    .where(where)
    .orderBy(desc(botMisses.settledAt), desc(botMisses.folded))
    .offset((page - 1) * size)
    .limit(size);
  const [all] = await ctx.db.select({ n: count() }).from(botMisses).where(where);
  return { rows: rows.map((row) => ({ ...row, isBack: false })), total: all?.n ?? 0 };
}

/** How many different questions wait for somebody: for 今日 and beside the tab. */
export async function countOpenMisses(ctx: Ctx): Promise<number> {
  const [open] = await ctx.db.select({ n: count() }).from(botMisses).where(isOpen());
  const [back] = await ctx.db.select({ n: count() }).from(botMisses).where(isBack());
  return (open?.n ?? 0) + (back?.n ?? 0);
}

export async function countDecided(ctx: Ctx): Promise<Record<Exclude<MissShelf, "open">, number>> {
  const [row] = await ctx.db
    .select({
      settled: sql<number>`count(*) filter (where ${botMisses.state} = 'settled' and (${isBack()}) is not true)::int`,
      left: sql<number>`count(*) filter (where ${botMisses.state} = 'left')::int`,
    })
    .from(botMisses)
    .where(inArray(botMisses.state, ["settled", "left"]));
  return { settled: row?.settled ?? 0, left: row?.left ?? 0 };
}

/** Of these, the ones that wait for somebody. */
export async function findWaiting(
  ctx: Ctx,
  args: { folded: readonly string[] },
): Promise<{ folded: string; sample: string }[]> {
  if (args.folded.length === 0) return [];
  return ctx.db
    .select({ folded: botMisses.folded, sample: botMisses.sample })
    .from(botMisses)
    .where(and(inArray(botMisses.folded, [...args.folded]), or(isOpen(), isBack())));
}
