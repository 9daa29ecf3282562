import { and, asc, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { botEntries, botVersions, broadcasts, menuJobs } from "@/db/schema";
import { reachOf } from "@/lib/auth/permission";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { days, hours, isoDate } from "@/lib/core/time";
import { MOST } from "./duty";
import type { Moving } from "./view";

type Staff = Ctx<StaffActor>;
const within = (reach: "all" | number[]): SQL =>
  reach === "all" ? sql`true` : reach.length > 0 ? inArray(broadcasts.sectionId, reach) : sql`false`;
const sees = (ctx: Staff) => within(reachOf(ctx.actor, "broadcast.view"));

export type BroadcastDuties = Record<
  "approvals" | "lookedAtLater" | "late" | "paused" | "stuck" | "partlyFailed" | "returned",
  number
>;

/** Of what this person may see, by what has to be done. One reading of the few broadcasts that are not at rest. */
export async function countBroadcastDuties(ctx: Staff): Promise<BroadcastDuties> {
  const me = ctx.actor.staffId;
  const mine = sql`${me} = any(${broadcasts.writerIds})`;
  const decides = and(within(reachOf(ctx.actor, "broadcast.approve")), sql`not ${mine}`);
  const weekAgo = new Date(ctx.now.getTime() - days(7));
  const count = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const [row] = await ctx.db
    .select({
      approvals: count(and(eq(broadcasts.state, "submitted"), decides)),
      lookedAtLater: count(and(broadcasts.approvalOwed, decides)),
      late: count(eq(broadcasts.state, "late")),
      paused: count(eq(broadcasts.state, "paused")),
      stuck: count(and(eq(broadcasts.state, "held"), isNull(broadcasts.heldUntil))),
      partlyFailed: count(eq(broadcasts.state, "partly_failed")),
      returned: count(and(eq(broadcasts.state, "returned"), mine)),
    })
    .from(broadcasts)
    .where(
      and(
        sees(ctx),
        or(
          inArray(broadcasts.state, ["submitted", "late", "paused", "held", "returned"]),
          broadcasts.approvalOwed,
          and(
            eq(broadcasts.state, "partly_failed"),
            sql`${broadcasts.finishedAt} >= ${weekAgo.toISOString()}::timestamptz`,
          ),
        ),
      ),
    );
  if (!row) throw new Error("no counts");
  return row;
}

/** Under way, held, or due within a day: the next first. */
export async function listMoving(ctx: Staff, args: { limit: number }): Promise<Moving[]> {
  const soon = new Date(ctx.now.getTime() + hours(24));
  return ctx.db
    .select({
      id: broadcasts.id,
      title: broadcasts.title,
      kind: broadcasts.kind,
      state: broadcasts.state,
      dueAt: broadcasts.dueAt,
    })
    .from(broadcasts)
    .where(
      and(
        sees(ctx),
        or(
          inArray(broadcasts.state, ["held", "sending", "paused", "late"]),
          and(eq(broadcasts.state, "scheduled"), lt(broadcasts.dueAt, soon)),
        ),
      ),
    )
    .orderBy(asc(broadcasts.dueAt), asc(broadcasts.id))
    .limit(args.limit);
}

/** Of what is live: entries within the person's reach at which nobody has looked for a year. */
export async function countReviewsDue(ctx: Staff): Promise<number> {
  const reach = reachOf(ctx.actor, "bot.write");
  const today = isoDate(ctx.now);
  const oldest = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const due = ctx.db
    .select({ one: sql`1` })
    .from(botEntries)
    .innerJoin(botVersions, eq(botVersions.id, botEntries.versionId))
    .where(
      and(
        eq(botVersions.book, "faq"),
        eq(botVersions.state, "live"),
        sql`(${botEntries.reviewedOn} is null or ${botEntries.reviewedOn}::text < ${oldest})`,
        reach === "all" ? undefined : reach.length > 0 ? inArray(botEntries.sectionId, reach) : sql`false`,
      ),
    )
    .limit(MOST)
    .as("due");
  return ctx.db.$count(due);
}

/** The newest thing that had to be done at LINE's menus could not be. */
export async function isMenuFailed(ctx: Staff): Promise<boolean> {
  const [last] = await ctx.db
    .select({ state: menuJobs.state })
    .from(menuJobs)
    .orderBy(desc(menuJobs.id))
    .limit(1);
  return last?.state === "failed";
}
