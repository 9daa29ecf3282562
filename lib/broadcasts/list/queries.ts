import { and, count, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { BroadcastKind, BroadcastState } from "@/db/enums";
import { broadcasts, staff } from "@/db/schema";
import { can, reachOf } from "@/lib/auth/permission";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { told } from "@/lib/segments/figures";
import { type ListSearch, SHELVES, type Shelf, STATES_OF } from "./search";

const PAGE = 30;

export type BroadcastLine = {
  id: string;
  kind: BroadcastKind;
  state: BroadcastState;
  title: string;
  author: string;
  /** Its own time: due, or sent, or last touched. */
  dueAt: Date | null;
  finishedAt: Date | null;
  updatedAt: Date;
  /** Null: not counted yet. `people` null: too few to be told to this person. */
  count: { people: number | null } | null;
  approvalOwed: boolean;
  corrects: boolean;
  repeats: boolean;
};

/** What this person may see. Broadcasts of no section belong to those who see all. */
function visible(ctx: Ctx<StaffActor>): SQL | undefined {
  const reach = reachOf(ctx.actor, "broadcast.view");
  if (reach === "all") return undefined;
  return reach.length > 0 ? inArray(broadcasts.sectionId, reach) : sql`false`;
}

const onShelf = (shelf: Shelf): SQL | undefined => {
  if (shelf === "all") return undefined;
  const states = inArray(broadcasts.state, [...STATES_OF[shelf]]);
  return shelf === "waiting" ? or(states, broadcasts.approvalOwed) : states;
};

export async function listBroadcasts(
  ctx: Ctx<StaffActor>,
  args: { search: ListSearch },
): Promise<{ rows: BroadcastLine[]; next: ListSearch["after"] }> {
  const { shelf, kind, after } = args.search;
  const rows = await ctx.db
    .select({ row: broadcasts, author: staff.name })
    .from(broadcasts)
    .innerJoin(staff, eq(staff.id, broadcasts.authorId))
    .where(
      and(
        visible(ctx),
        onShelf(shelf),
        kind ? eq(broadcasts.kind, kind) : undefined,
        after
          ? sql`(${broadcasts.createdAt}, ${broadcasts.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(broadcasts.createdAt), desc(broadcasts.id))
    .limit(PAGE + 1);
  const mayView = can(ctx.actor, "segment.small-counts").ok;
  const countOf = (n: number | null) => (n === null ? null : { people: told(n, mayView) });
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1)?.row : undefined;
  return {
    rows: shown.map(({ row, author }) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      title: row.title,
      author,
      dueAt: row.dueAt,
      finishedAt: row.finishedAt,
      updatedAt: row.updatedAt,
      count: countOf(row.countAtFreeze ?? row.countAtApproval),
      approvalOwed: row.approvalOwed,
      corrects: row.correctsId !== null,
      repeats: row.seriesId !== null,
    })),
    next: last ? { at: last.createdAt, id: last.id } : null,
  };
}

/** How many lie on each shelf. */
export async function countShelves(ctx: Ctx<StaffActor>): Promise<Record<Shelf, number>> {
  const rows = await ctx.db
    .select({ state: broadcasts.state, owed: broadcasts.approvalOwed, n: count() })
    .from(broadcasts)
    .where(visible(ctx))
    .groupBy(broadcasts.state, broadcasts.approvalOwed);
  const of = (shelf: Shelf) =>
    rows
      .filter((r) => shelf === "all" || STATES_OF[shelf].includes(r.state) || (shelf === "waiting" && r.owed))
      .reduce((sum, r) => sum + r.n, 0);
  return Object.fromEntries(SHELVES.map((shelf) => [shelf, of(shelf)])) as Record<Shelf, number>;
}
