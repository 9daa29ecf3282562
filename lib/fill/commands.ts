import { sql } from "drizzle-orm";
import { countAllBlocks } from "@/lib/analytics/broadcasts/commands";
import { METRICS, type Source } from "@/lib/analytics/metric";
import { recount } from "@/lib/analytics/recount/commands";
import { recountMisses } from "@/lib/chatbot/count/commands";
import { type Ctx, within } from "@/lib/core/context";
import { fillBroadcasts } from "./broadcasts/commands";
import { countFilledFriends, fillFriends, fillLineDays } from "./friends/commands";
import type { FillPlan } from "./plan";
import { fillQuestions } from "./questions/commands";
import { fillReports, fillWalks } from "./reports/commands";

export const FILL_STEPS = ["friends", "reports", "walks", "questions", "broadcasts", "counts"] as const;
export type FillStep = (typeof FILL_STEPS)[number];
/** How far a step is; `done` equal to `of`: it is over. */
export type Tell = (step: FillStep, done: number, of: number) => void;

const TABLES = [
  "friends",
  "friend_moves",
  "reports",
  "report_entries",
  "conversations",
  "bot_questions",
  "broadcast_batches",
] as const;

const setTriggers = async (ctx: Ctx, to: "enable" | "disable"): Promise<void> => {
  for (const table of TABLES) await ctx.db.execute(sql.raw(`alter table ${table} ${to} trigger user`));
};

/**
 * Realistic volume for a loaded city, by statements over whole sets. Rows are written uncounted and counted afterwards:
 * the owner's connection is needed for that, and one connection alone. Again with the same plan nothing is added.
 */
export async function fillTown(ctx: Ctx, plan: FillPlan, tell: Tell): Promise<void> {
  await setTriggers(ctx, "disable");
  try {
    await fillFriends(ctx, plan, (done) => tell("friends", done, plan.friends));
    await ctx.db.execute(sql`analyze friends`);
    await fillReports(ctx, plan, (done) => tell("reports", done, plan.reports));
    await fillWalks(ctx, plan);
    tell("walks", 1, 1);
    if (plan.questions > 0) await fillQuestions(ctx, plan, (done) => tell("questions", done, plan.questions));
    if (plan.friends > 0)
      await fillBroadcasts(ctx, plan, (done) => tell("broadcasts", done, plan.broadcasts));
  } finally {
    await setTriggers(ctx, "enable");
  }
  await countFilled(ctx, plan, (done, of) => tell("counts", done, of));
}

async function countFilled(
  ctx: Ctx,
  plan: FillPlan,
  tell: (done: number, of: number) => void,
): Promise<void> {
  for (const table of TABLES) await ctx.db.execute(sql.raw(`vacuum analyze ${table}`));
  await countFilledFriends(ctx);
  const work = [
    ...(Object.keys(METRICS) as Source[]).map((source) => () => recount(ctx, source, true)),
    () => ctx.db.transaction((tx) => recountMisses(within(ctx, tx))),
    () => fillLineDays(ctx, plan),
    () => countAllBlocks(ctx),
  ];
  for (const [n, each] of work.entries()) {
    await each();
    tell(n + 1, work.length);
  }
  await ctx.db.execute(sql`vacuum analyze daily_counts`);
}
